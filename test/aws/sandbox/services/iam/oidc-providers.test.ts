import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openIam } from './open.ts';

standStill();

const OpenIDConnectProviderArn = 'arn:aws:iam::123456789012:oidc-provider/token.example.com';
const ThumbprintList = ['1c58a3a8518e8759bf075b76b750d4f2df264fcd'];

async function open() {
  const account = openIam();
  const make = { Url: 'https://token.example.com', ClientIDList: ['a'], ThumbprintList };
  expect(await account.call('CreateOpenIDConnectProvider', make)).toMatchObject({ OpenIDConnectProviderArn });
  const get = () => account.call('GetOpenIDConnectProvider', { OpenIDConnectProviderArn });
  return { ...account, make, get };
}

test('client IDs are added once and removed; one that is not there is passed over', async () => {
  const { call, get } = await open();
  const change = (operation: string, ClientID: string) =>
    call(operation, { OpenIDConnectProviderArn, ClientID });
  for (const id of ['b', 'b']) await change('AddClientIDToOpenIDConnectProvider', id);
  for (const id of ['a', 'none']) await change('RemoveClientIDFromOpenIDConnectProvider', id);
  expect(await get()).toMatchObject({ Url: 'token.example.com', ClientIDList: ['b'], ThumbprintList });
});

test('a provider has one URL and five thumbprints at most', async () => {
  const { refused, make } = await open();
  expect(await refused('CreateOpenIDConnectProvider', make)).toMatchObject({ status: 409 });
  const six = Array.from({ length: 6 }, (_, index) => String(index).repeat(40));
  const update = { OpenIDConnectProviderArn, ThumbprintList: six };
  expect(await refused('UpdateOpenIDConnectProviderThumbprint', update)).toMatchObject({
    code: 'LimitExceededException',
    status: 409,
  });
});

test('a provider that was deleted is gone', async () => {
  const { call, refused } = await open();
  await call('DeleteOpenIDConnectProvider', { OpenIDConnectProviderArn });
  expect(await refused('GetOpenIDConnectProvider', { OpenIDConnectProviderArn })).toMatchObject({
    code: 'NoSuchEntityException',
    status: 404,
  });
});
