import type { TextRule } from '../types.ts';
import { isPlaceholder } from './placeholder.ts';

/** Prefixes of keys: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const KEY = /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g;

export const accessKey: TextRule = {
  name: 'access-key',
  reads: 'text',
  find: (text) =>
    [...text.matchAll(KEY)]
      .filter(([key]) => !isPlaceholder(key))
      .map(({ index, 0: key }) => ({
        index,
        text: key,
        message: `${key.slice(0, 4)}... looks like the id of a real access key.`,
        mend: `Write AKIAIOSFODNN7EXAMPLE, or ${key.slice(0, 4)} and 16 times X. A key that was published must be deleted.`,
      })),
};
