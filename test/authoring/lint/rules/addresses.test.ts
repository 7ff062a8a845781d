import { expect, test } from 'vitest';
import { emailRule, ipAddressRule } from '../../../../src/authoring/lint/rules/addresses.ts';
import { foundIn } from './texts.ts';

test.each([
  ['write to a.b+c@handson.jp.', ['a.b+c@handson.jp']],
  ['user@example.com, user@example.co.jp, me@host.test', []],
  ['git clone git@github.com:owner/name', []],
  ['root@ip-10-0-0-1.ec2.internal', []],
])('addresses of persons in %j', (text, found) => {
  expect(foundIn(emailRule, text)).toEqual(found);
});

test.each([
  ['ping 52.95.110.1', ['52.95.110.1']],
  ['ec2-52-95-110-1.ap-northeast-1.compute.amazonaws.com', ['52-95-110-1']],
  ['2600:1f18:abcd::1 and 8.8.8.8', ['2600:1f18:abcd::1', '8.8.8.8']],
  ['192.0.2.1, 198.51.100.7, 203.0.113.10, 2001:db8::1', []],
  ['10.0.0.1, 127.0.0.1, 169.254.169.254, 0.0.0.0', []],
  ['aws-cli/2.9.19.1, v1.2.3.4, 1.2.3.4.5, 999.1.1.1', []],
])('addresses of machines in %j', (text, found) => {
  expect(foundIn(ipAddressRule, text)).toEqual(found);
});

test('the fix is written in the form that was found', () => {
  const [inName] = ipAddressRule.find('ec2-52-95-110-1.compute.amazonaws.com');
  const [six] = ipAddressRule.find('2600:1f18::1');
  expect([inName?.fix, six?.fix]).toEqual([
    'Write one that is kept for documentation, as in 203-0-113-10.',
    'Write one that is kept for documentation, as in 2001:db8::1.',
  ]);
});
