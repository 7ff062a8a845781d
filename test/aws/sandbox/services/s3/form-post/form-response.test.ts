import { expect, test } from 'vitest';
import type { Message } from '../../../../../../src/aws/sandbox/protocols/index.ts';
import { answerForm } from '../../../../../../src/aws/sandbox/services/s3/form-post/form-response.ts';

const message = {
  url: new URL('https://box.s3.amazonaws.com/'),
  host: 'box.s3.amazonaws.com',
  path: '/',
} as Message;

function answer(fields: Record<string, string>, key = 'a b.txt') {
  const stored = new Response(null, { headers: { etag: '"abc"' } });
  const form = { fields: new Map(Object.entries(fields)), key, file: new Uint8Array() };
  return answerForm(stored, message, 'box', form);
}

test.each([
  [{}, 204],
  [{ success_action_status: '200' }, 200],
  [{ success_action_status: '204' }, 204],
  // "If the value is set to an invalid value, S3 returns an empty document with a 204 status code."
  [{ success_action_status: '404' }, 204],
])('%j is answered with %i and no body', async (fields, status) => {
  const response = answer(fields);
  expect([response.status, await response.text()]).toEqual([status, '']);
  expect(response.headers.get('location')).toBe('https://box.s3.amazonaws.com/a%20b.txt');
});

test('201 comes with a document', async () => {
  const response = answer({ success_action_status: '201' }, 'a&b');
  expect(response.status).toBe(201);
  expect(await response.text()).toContain(
    '<PostResponse><Location>https://box.s3.amazonaws.com/a%26b</Location><Bucket>box</Bucket><Key>a&amp;b</Key>',
  );
});

test('a redirect says what was stored, and keeps its own query', () => {
  const response = answer({ success_action_redirect: 'https://example.com/done?from=form' }, 'k');
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(
    'https://example.com/done?from=form&bucket=box&key=k&etag=%22abc%22',
  );
});

test('a redirect to what is no URL is overlooked', () => {
  expect(answer({ redirect: 'nowhere' }).status).toBe(204);
});
