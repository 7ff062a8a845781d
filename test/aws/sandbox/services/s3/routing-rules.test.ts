import type { RoutingRule } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openWebsite } from './website/open-website.ts';

standStill();

const INDEX = { IndexDocument: { Suffix: 'index.html' } };
const Redirect = { HostName: 'example.com' };

test.each<[string, RoutingRule[], object]>([
  [
    'both replacements',
    [{ Redirect: { ReplaceKeyWith: 'a', ReplaceKeyPrefixWith: 'b' } }],
    {
      code: 'InvalidRequest',
      message: 'You can only define ReplaceKeyPrefix or ReplaceKey but not both.',
    },
  ],
  ...['300', '299', '400', 'x'].map((HttpRedirectCode): [string, RoutingRule[], object] => [
    `a redirection ${HttpRedirectCode}`,
    [{ Redirect: { HttpRedirectCode } }],
    {
      code: 'InvalidRequest',
      message: `The provided HTTP redirect code (${HttpRedirectCode}) is not valid. Valid codes are 3XX except 300.`,
    },
  ]),
  ...['399', '600', '4040'].map((code): [string, RoutingRule[], object] => [
    `an error ${code}`,
    [{ Condition: { HttpErrorCodeReturnedEquals: code }, Redirect }],
    {
      code: 'InvalidRequest',
      message: `The provided HTTP error code (${code}) is not valid. Valid codes are 4XX or 5XX.`,
    },
  ]),
  [
    'an empty condition',
    [{ Redirect }, { Condition: {}, Redirect }],
    {
      code: 'InvalidRequest',
      message:
        "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't be present.",
    },
  ],
  [
    'another protocol',
    [{ Redirect: { Protocol: 'ftp' as 'http' } }],
    {
      code: 'InvalidRequest',
      message:
        'Invalid protocol, protocol can be http or https. If not defined the protocol will be selected automatically.',
    },
  ],
  ['an empty host', [{ Redirect: { HostName: '' } }], { code: 'MalformedXML' }],
  ['no redirection', [{ Redirect: undefined }], { code: 'MalformedXML' }],
  ['no rule', [], { code: 'MalformedXML' }],
  [
    '51 rules',
    Array<RoutingRule>(51).fill({ Redirect }),
    {
      code: 'InvalidRequest',
      message:
        '51 routing rules provided, the number of routing rules in a website configuration is limited to 50.',
    },
  ],
])('%s is refused, and the website stays as it was', async (_, RoutingRules, refused) => {
  const { configure, ask, put } = await openWebsite(INDEX);
  await put('index.html', 'top');
  expect(await refusal(configure({ ...INDEX, RoutingRules }))).toMatchObject({ status: 400, ...refused });
  expect(await ask('/')).toMatchObject({ status: 200, text: 'top' });
});

test('50 rules are taken', async () => {
  const { configure } = await openWebsite();
  await configure({ ...INDEX, RoutingRules: Array<RoutingRule>(50).fill({ Redirect }) });
});

test('rules beside a redirection of all requests are malformed', async () => {
  const { configure } = await openWebsite();
  const both = configure({ RedirectAllRequestsTo: Redirect, RoutingRules: [{ Redirect }] });
  expect(await refusal(both)).toMatchObject({ code: 'MalformedXML' });
});
