import { describe, expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { BUCKET } from '../practice.ts';
import { openWebsite, SITE } from './open-website.ts';

standStill();

const INDEX = { IndexDocument: { Suffix: 'index.html' } };
const WITH_ERROR = { ...INDEX, ErrorDocument: { Key: 'errors/e e.html' } };

describe('a website', () => {
  test('shows documents, and the index of each folder', async () => {
    const { put, ask } = await openWebsite(INDEX);
    await put('index.html', 'top', { ContentType: 'text/html' });
    await put('docs/index.html', 'docs');
    await put('a.txt', 'a');
    expect(await ask('/')).toMatchObject({ status: 200, text: 'top' });
    expect((await ask('/')).headers.get('content-type')).toBe('text/html');
    expect(await ask('/docs/')).toMatchObject({ status: 200, text: 'docs' });
    expect(await ask('/a.txt')).toMatchObject({ status: 200, text: 'a' });
    expect(await ask('/docs')).toMatchObject({ status: 302, location: '/docs/', text: '' });
  });

  test('shows a document to HEAD without its text', async () => {
    const { put, ask } = await openWebsite(INDEX);
    await put('index.html', 'top');
    const { status, text, headers } = await ask('/', { method: 'HEAD' });
    expect([status, text, headers.get('content-length')]).toEqual([200, '', '3']);
  });

  test('tells who has a document already that it has not changed', async () => {
    const { put, ask } = await openWebsite(INDEX);
    const { ETag = '' } = await put('index.html', 'top');
    expect(await ask('/', { headers: { 'if-none-match': ETag } })).toMatchObject({ status: 304, text: '' });
  });

  test('follows the redirection of an object', async () => {
    const { put, ask } = await openWebsite(INDEX);
    await put('old', 'old', { WebsiteRedirectLocation: 'https://example.com/new' });
    expect(await ask('/old')).toMatchObject({ status: 301, location: 'https://example.com/new' });
  });

  test.each([
    [{ HostName: 'example.com' }, 'http://example.com/a%20b/c'],
    [{ HostName: 'example.com', Protocol: 'https' as const }, 'https://example.com/a%20b/c'],
  ])('redirects all requests to %j', async (RedirectAllRequestsTo, location) => {
    const { ask } = await openWebsite({ RedirectAllRequestsTo });
    expect(await ask('/a%20b/c')).toMatchObject({ status: 301, location });
  });
});

describe('an error', () => {
  test('is a page, with its code and message as headers', async () => {
    const { ask } = await openWebsite(INDEX);
    const { status, text, headers } = await ask('/nope');
    expect(status).toBe(404);
    expect(text).toContain('<li>Code: NoSuchKey</li>');
    expect(text).toContain('<li>Key: nope</li>');
    expect(headers.get('x-amz-error-code')).toBe('NoSuchKey');
    expect(headers.get('x-amz-error-message')).toBe('The specified key does not exist.');
  });

  test('is AccessDenied where nobody may list the bucket', async () => {
    const { ask } = await openWebsite(INDEX, { isListed: false });
    expect(await ask('/nope')).toMatchObject({ status: 403 });
  });

  test('shows the custom document with its own status, and without one both errors', async () => {
    const { put, ask } = await openWebsite(WITH_ERROR);
    expect((await ask('/nope')).text).toMatch(
      /<li>Key: nope<\/li>[\s\S]*Custom Error Document<\/h3>[\s\S]*<li>Key: errors\/e e.html<\/li>/,
    );
    await put('errors/e e.html', 'gone');
    expect(await ask('/nope')).toMatchObject({ status: 404, text: 'gone' });
  });

  test.each(['POST', 'PUT', 'DELETE'])('answers %s: not allowed', async (method) => {
    const { put, ask } = await openWebsite(INDEX);
    await put('index.html', 'top');
    const { status, text } = await ask('/', { method });
    expect(status).toBe(405);
    expect(text).toContain(`<li>Method: ${method}</li>\n<li>ResourceType: OBJECT</li>`);
    expect(await ask('/')).toMatchObject({ status: 200, text: 'top' });
  });

  test('tells a bucket without a website from one that does not exist', async () => {
    const { ask } = await openWebsite();
    expect((await ask('/')).text).toContain(
      `<li>Code: NoSuchWebsiteConfiguration</li>\n<li>Message: The specified bucket does not have a website configuration</li>\n<li>BucketName: ${BUCKET}</li>`,
    );
    const missing = await ask('/', {}, SITE.replace(BUCKET, 'no-such-bucket'));
    expect(missing.status).toBe(404);
    expect(missing.text).toContain('<li>Code: NoSuchBucket</li>');
  });
});
