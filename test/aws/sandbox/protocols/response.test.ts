import { expect, test } from 'vitest';
import { respond } from '../../../../src/aws/sandbox/protocols/response.ts';

const context = (method: string) =>
  ({ method, now: new Date('2026-01-05T12:00:00Z') }) as Parameters<typeof respond>[3];

test('an answer says when it was given', async () => {
  const answer = respond(200, 'body', { 'content-type': 'text/xml' }, context('GET'));
  expect(answer.headers.get('date')).toBe('Mon, 05 Jan 2026 12:00:00 GMT');
  expect(answer.headers.get('content-type')).toBe('text/xml');
  expect(await answer.text()).toBe('body');
});

test.each([
  ['HEAD', 200],
  ['DELETE', 204],
  ['GET', 304],
])('%s with the status %i has no body', async (method, status) => {
  const answer = respond(status, 'body', {}, context(method));
  expect(answer.status).toBe(status);
  expect(await answer.text()).toBe('');
});
