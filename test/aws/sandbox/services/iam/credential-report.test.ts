import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openIam } from './open.ts';

standStill();

const textOf = (answer: object) => new TextDecoder().decode((answer as { Content: Uint8Array }).Content);

test('a report is there after it was asked for, and for four hours', async () => {
  const { call, refused, clock } = openIam();
  expect(await refused('GetCredentialReport')).toMatchObject({
    code: 'CredentialReportNotPresentException',
    status: 410,
  });
  expect(await call('GenerateCredentialReport')).toMatchObject({ State: 'STARTED' });
  expect(await call('GenerateCredentialReport')).toEqual({ State: 'COMPLETE' });
  clock.elapse(4 * 3_600_000 - 1000);
  expect(await call('GetCredentialReport')).toMatchObject({ ReportFormat: 'text/csv' });
  clock.elapse(1000);
  expect(await refused('GetCredentialReport')).toMatchObject({
    code: 'CredentialReportExpiredException',
    status: 410,
  });
  expect(await call('GenerateCredentialReport')).toMatchObject({ State: 'STARTED' });
});

test('it tells each credential of each user, as it was when the report was made', async () => {
  const { call } = openIam();
  await call('CreateUser', { UserName: 'bob' });
  await call('CreateLoginProfile', { UserName: 'bob', Password: 'long-enough-1!' });
  await call('UpdateAccountPasswordPolicy', { MaxPasswordAge: 90 });
  const { AccessKey } = await call('CreateAccessKey', { UserName: 'bob' });
  await call('UpdateAccessKey', {
    UserName: 'bob',
    AccessKeyId: (AccessKey as unknown as { AccessKeyId: string }).AccessKeyId,
    Status: 'Inactive',
  });
  await call('GenerateCredentialReport');
  await call('CreateUser', { UserName: 'carol' });
  const rows = textOf(await call('GetCredentialReport')).split('\n');
  expect(rows.map((row) => row.split(',')[0])).toEqual(['user', '<root_account>', 'admin', 'bob', 'nobody']);
  expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([22]));
  const bob = rows[3]?.split(',') ?? [];
  expect(bob[1]).toBe('arn:aws:iam::123456789012:user/bob');
  expect(bob.slice(3, 5)).toEqual(['true', 'no_information']);
  expect(new Date(bob[6] ?? '').getTime() - new Date(bob[5] ?? '').getTime()).toBe(90 * 86_400_000);
  expect(bob.slice(7, 9)).toEqual(['false', 'false']);
  expect(rows[2]?.split(',').slice(10, 13)).toEqual([expect.stringMatching(/^20/), 'us-east-1', 'iam']);
});
