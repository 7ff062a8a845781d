import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readAccount } from '../../src/aws/sandbox/index.ts';
import { makePlan } from '../../src/doctest/index.ts';
import { openPractice } from '../../src/practice/index.ts';
import type { Page, Step } from '../../src/procedure/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const plan = await makePlan({ root, locales: ['ja'], pages: ['sts-session-token/run-commands'] });
const planned = plan.pages.find(({ page }) => page.id === 'sts-session-token/run-commands');
if (!planned) throw new Error('The course has no page run-commands.');
const { account } = readAccount(readFileSync(`${root}${planned.accountFile}`, 'utf8'), planned.accountFile);
/** Runs the page, with what it requires, up to the first step that fails; gives its id. */
async function firstFailure(page: Page): Promise<string | undefined> {
  if (!account) throw new Error('The account of the course cannot be read.');
  const practice = openPractice({ account });
  for (const before of planned?.prerequisites ?? [])
    for (const step of before.steps) await practice.run(before, step);
  try {
    for (const step of page.steps) if ((await practice.run(page, step)).status === 'failed') return step.id;
    return undefined;
  } finally {
    await practice.close();
  }
}

/** The page with one text of its examples replaced, in the first example that has it. */
function changed(page: Page, from: string | RegExp, to: string): Page {
  let done = false;
  const change = (step: Step): Step => {
    if (done || !('result' in step) || !step.result) return step;
    const body = step.result.body.replace(from, to);
    done = body !== step.result.body;
    return { ...step, result: { ...step.result, body } };
  };
  const steps = page.steps.map(change);
  if (!done) throw new Error(`No example has ${from}: this change would prove nothing.`);
  return { ...page, steps };
}

describe('a change to an example of the page', () => {
  test('no change: every step passes', async () => {
    expect(await firstFailure(planned.page)).toBeUndefined();
  });

  test.for<[string, string | RegExp, string]>([
    ['a bucket name', 'example-bucket', 'example-bukket'],
    ['a state', '"State": "available"', '"State": "pending"'],
    ['a nested state', '"State": "associated"', '"State": "disassociated"'],
    ['a key renamed', '"InstanceTenancy"', '"Tenancy"'],
    ['a key added', '"IsDefault": false', '"IsDefault": false, "IsNew": false'],
    ['a boolean flipped', '"IsDefault": false', '"IsDefault": true'],
    ['an error code', 'InvalidClientTokenId', 'ExpiredToken'],
    ['an operation name', 'ListUsers', 'ListRoles'],
    ['a message', 'The provided token has expired.', 'The provided token is expired.'],
    ['a line added', 'example-bucket', 'example-bucket\n2021-12-20 09:00:00 other-bucket'],
    ['a line replaced by another', /^.*example-bucket$/m, 'nothing'],
    ['a CIDR block', '10.0.0.0/16', '10.1.0.0/16'],
    ['a tag value', 'handson-cloud9-vpc', 'handson-cloud9-vpd'],
    ['an array element removed', /\{\s*"Key": "Name",[^}]*\}/, '{"Key": "Other", "Value": "x"}'],
  ])('%s turns it red', async ([, from, to]) => {
    expect(await firstFailure(changed(planned.page, from, to))).toBeDefined();
  });

  test('other values of the same kind, and a key less, leave it green', async () => {
    const changes: [from: string | RegExp, to: string][] = [
      ['vpc-03b6793be492e9eaa', 'vpc-0fedcba9876543210'],
      ['dopt-bec282da', 'dopt-0123abcd'],
      ['2021-12-20 09:00:00', '2020-01-02 03:04:05'],
      ['XXXXXXXXXXXX', '210987654321'],
      ['de3e6880-2758-11ec-bc32-06689a7cb845', '00000000-2758-11ec-bc32-06689a7cb845'],
      [/\s*"InstanceTenancy": "default",/, ''],
    ];
    const all = changes.reduce((page, [from, to]) => changed(page, from, to), planned.page);
    expect(await firstFailure(all)).toBeUndefined();
  });
});
