import { expect, test } from 'vitest';
import { awsText } from '../../../../src/aws/sandbox/policy-syntax/texts.ts';

test.each([
  [{ code: 'vendor', value: 's*' }, 'Vendor s* is not valid'],
  [{ code: 'operator', name: 'Equals' }, 'Invalid Condition type : Equals'],
  [{ code: 'resource-form', value: 'bucket' }, 'Resource bucket must be in ARN format or "*".'],
  [{ code: 'principal', name: 'Aws', value: '12' }, 'Invalid principal in policy: "AWS":"12"'],
  [{ code: 'version' }, 'Syntax errors in policy.'],
] as const)('IAM says of %j: %s', (fault, text) => {
  expect(awsText({ path: [], ...fault }, 'identity')).toBe(text);
});

test('what lacks an action is told in the words of its kind', () => {
  expect(awsText({ code: 'no-action', path: [] }, 'identity')).toContain('must contain actions');
  expect(awsText({ code: 'no-action', path: [] }, 'trust')).toBe('Missing required field Action');
});
