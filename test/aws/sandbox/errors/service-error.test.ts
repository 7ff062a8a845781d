import { expect, test } from 'vitest';
import {
  failureOf,
  parameterNotSimulated,
  ServiceError,
} from '../../../../src/aws/sandbox/errors/service-error.ts';

test('an error has its status and code, and what a service adds to them', () => {
  const error = new ServiceError(404, 'NoSuchKey', 'gone', { Key: 'a' }, { 'x-amz-delete-marker': 'true' });
  expect(error).toMatchObject({ status: 404, code: 'NoSuchKey', message: 'gone', elements: { Key: 'a' } });
  expect(error.headers).toEqual({ 'x-amz-delete-marker': 'true' });
  expect(error.with({ Item: 1 })).toBe(error);
  expect(error.members).toEqual({ Item: 1 });
});

test('a refusal is an answer, a fault of ours is not', async () => {
  const refused = new ServiceError(400, 'ValidationException', 'no');
  expect(await failureOf(Promise.resolve({}))).toBeUndefined();
  expect(await failureOf(Promise.reject(refused))).toBe(refused);
  await expect(failureOf(Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
});

test('a parameter that is not simulated is named', () => {
  expect(parameterNotSimulated('iam', 'CreateUser', 'Tags')).toMatchObject({
    status: 501,
    message: expect.stringContaining('Tags of iam:CreateUser'),
  });
});
