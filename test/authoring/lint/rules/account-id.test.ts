import { expect, test } from 'vitest';
import { accountIdRule } from '../../../../src/authoring/lint/rules/account-id.ts';
import { foundIn } from './texts.ts';

test.each([
  ['arn:aws:iam::582318560864:user/x', ['582318560864']],
  ['"Account": "5823-1856-0864"', ['5823-1856-0864']],
  ['arn:aws:s3:::logs-202112200900', ['202112200900']],
])('%s has the number of an account', (text, found) => {
  expect(foundIn(accountIdRule, text)).toEqual(found);
});

test.each([
  ['a number of the documentation', 'arn:aws:iam::123456789012:user/x'],
  ['runs of one digit', '555566667777'],
  ['a number in JSON', '"Size": 104857600000'],
  ['a date and time', 'build 202112200900'],
  ['the end of a UUID', '1b671a64-40d5-491e-99b0-582318560864'],
  ['a part of a longer number', '5823185608641'],
])('%s is left alone', (_, text) => {
  expect(foundIn(accountIdRule, text)).toEqual([]);
});
