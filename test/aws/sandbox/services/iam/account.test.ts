import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openFull } from './full-account.ts';
import { openIam } from './open.ts';

standStill();

describe('the account', () => {
  test('counts what it has', async () => {
    const { call } = await openFull();
    const { SummaryMap } = (await call('GetAccountSummary')) as unknown as {
      SummaryMap: Record<string, number>;
    };
    expect(SummaryMap).toMatchObject({
      ...{ Users: 5, Groups: 3, Roles: 3, Policies: 4, PolicyVersionsInUse: 7 },
      ...{ MFADevices: 3, MFADevicesInUse: 0, AccessKeysPerUserQuota: 2, VersionsPerPolicyQuota: 5 },
    });
  });

  test('has one alias', async () => {
    const { call, refused } = openIam();
    expect(await call('ListAccountAliases')).toEqual({ AccountAliases: [], IsTruncated: false });
    await call('CreateAccountAlias', { AccountAlias: 'first' });
    await call('CreateAccountAlias', { AccountAlias: 'second' });
    expect(await call('ListAccountAliases')).toMatchObject({ AccountAliases: ['second'] });
    expect(await refused('DeleteAccountAlias', { AccountAlias: 'first' })).toMatchObject({ status: 404 });
    await call('DeleteAccountAlias', { AccountAlias: 'second' });
    expect(await call('ListAccountAliases')).toMatchObject({ AccountAliases: [] });
    expect(await refused('CreateAccountAlias', { AccountAlias: 'Bad--Name' })).toMatchObject({ status: 400 });
  });
});
