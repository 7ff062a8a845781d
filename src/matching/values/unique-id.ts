import { isMaskedId, masked, WORD_END, WORD_START } from './boundaries.ts';
import type { ValuePattern } from './types.ts';

/** Prefixes and what they stand for: IAM User Guide, "Unique identifiers" (reference_identifiers). */
const KINDS: Readonly<Record<string, string>> = {
  ABIA: 'STS service bearer token',
  ACCA: 'context-specific credential',
  AGPA: 'user group',
  AIDA: 'IAM user',
  AIPA: 'instance profile',
  AKIA: 'long-term access key',
  ANPA: 'managed policy',
  ANVA: 'version of a managed policy',
  APKA: 'public key',
  AROA: 'role',
  ASCA: 'certificate',
  ASIA: 'temporary access key',
};
export const UNIQUE_ID_PREFIX = `(?:${Object.keys(KINDS).join('|')})`;

/** AKIA..., ASIA..., AIDA...: the prefix says what the id is of, so that it must be the same. */
export const uniqueIdPattern: ValuePattern = {
  type: 'unique-id',
  finds: new RegExp(
    `${WORD_START}${UNIQUE_ID_PREFIX}(?:[A-Z0-9]*EXAMPLE[A-Z0-9]*|[A-Z0-9]{10,28}|${masked('{4,28}')})${WORD_END}`,
    'g',
  ),
  // 20 characters for keys, 21 for everything else.
  shape: (example) => `${example.slice(0, 4)}[A-Z0-9]{16,17}`,
  binds: (example) => !isMaskedId(example),
  describe: (example) => `the id of a ${KINDS[example.slice(0, 4)]} (${example.slice(0, 4)}...)`,
};
