import type { RoutingRule } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { pathOf, route } from '../../../../../../src/aws/sandbox/services/s3/website/route.ts';
import { standStill } from '../../time.ts';
import { openWebsite, SITE } from './open-website.ts';

standStill();

const to = (rule: RoutingRule, path: string, error?: number) =>
  route([rule], { protocol: 'http', host: 'site.example', path }, error);
const at = (path: string, status = 301) => ({ status, location: `http://site.example/${path}` });

describe('a rule', () => {
  test('of a prefix replaces it, and leaves other keys alone', () => {
    const rule = {
      Condition: { KeyPrefixEquals: 'docs/' },
      Redirect: { ReplaceKeyPrefixWith: 'documents/' },
    };
    expect(to(rule, '/docs/a%20b/%E6%89%8B')).toEqual(at('documents/a%20b/%E6%89%8B'));
    expect(to(rule, '/%64ocs/a')).toEqual(at('documents/a'));
    expect(to(rule, '/docs')).toBeUndefined();
    expect(to(rule, '/new/docs/')).toBeUndefined();
  });

  test('of an error waits for that error', () => {
    const rule = {
      Condition: { HttpErrorCodeReturnedEquals: '404', KeyPrefixEquals: 'a' },
      Redirect: { ReplaceKeyWith: 'gone.html', HttpRedirectCode: '302' },
    };
    expect(to(rule, '/a')).toBeUndefined();
    expect(to(rule, '/a', 403)).toBeUndefined();
    expect(to(rule, '/b', 404)).toBeUndefined();
    expect(to(rule, '/a', 404)).toEqual(at('gone.html', 302));
  });

  test('without a condition takes every key, and puts its text in as it is written', () => {
    expect(to({ Redirect: { ReplaceKeyPrefixWith: 'resize?key=' } }, '/a%26b')).toEqual(
      at('resize?key=a%26b'),
    );
    expect(to({ Redirect: { Protocol: 'https', HostName: 'b.example' } }, '/a%26b')).toEqual({
      status: 301,
      location: 'https://b.example/a%26b',
    });
    expect(to({ Redirect: {} }, '/a%')).toBeUndefined();
  });

  test('comes before those after it', () => {
    const rules = ['a', 'b'].map((ReplaceKeyWith) => ({ Redirect: { ReplaceKeyWith } }));
    expect(route(rules, { protocol: 'http', host: 'site.example', path: '/x' })).toEqual(at('a'));
  });
});

test('a key is escaped but for its slashes', () => {
  expect(pathOf('a b/手?')).toBe('a%20b/%E6%89%8B%3F');
});

test('a website follows its rules: before objects by prefix, after them by error', async () => {
  const { put, ask } = await openWebsite({
    IndexDocument: { Suffix: 'index.html' },
    RoutingRules: [
      { Condition: { KeyPrefixEquals: 'docs/' }, Redirect: { ReplaceKeyPrefixWith: 'documents/' } },
      { Condition: { HttpErrorCodeReturnedEquals: '404' }, Redirect: { ReplaceKeyWith: 'gone.html' } },
    ],
  });
  await put('docs/a');
  await put('documents/a', 'moved');
  await put('folder/index.html');
  const moved = await ask('/docs/a');
  expect(moved).toMatchObject({ status: 301, location: `${SITE}/documents/a`, text: '' });
  expect(await ask('/documents/a')).toMatchObject({ status: 200, text: 'moved' });
  expect(await ask('/folder')).toMatchObject({ status: 302, location: '/folder/' });
  expect(await ask('/nope')).toMatchObject({ status: 301, location: `${SITE}/gone.html` });
});
