import { tokenRule } from './token-rule.ts';

/** Prefixes of keys: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const KEY = /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g;

export const accessKeyRule = tokenRule({
  name: 'access-key',
  pattern: KEY,
  what: 'the id of a real access key',
  fix: (start) =>
    `Write AKIAIOSFODNN7EXAMPLE, or ${start} and 16 times X. A key that was published must be deleted.`,
});
