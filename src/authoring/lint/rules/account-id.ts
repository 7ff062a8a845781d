import { say } from '../../../language/index.ts';
import type { Found, TextRule } from '../types.ts';

const CANDIDATE = /(?<![A-Za-z0-9]|\d[.-])(?:\d{12}|\d{4}-\d{4}-\d{4})(?![A-Za-z0-9]|[.-]\d)/g;

/** Numbers of AWS's own documentation: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html */
const DOCUMENTED = new Set(['123456789012', '111122223333', '444455556666', '777788889999', '012345678901']);
/** `111111111111`, and three runs of one digit each, as AWS writes them. */
const PATTERN = /^(\d)\1{3}(\d)\2{3}(\d)\3{3}$/;
const DATE_AND_TIME = /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/;

/** An account's number tells whose example it is, and is half of what an attacker needs to guess names. */
export const accountIdRule: TextRule = {
  name: 'account-id',
  reads: 'text',
  find: (text) =>
    [...withoutUuids(text).matchAll(CANDIDATE)].flatMap(({ index, 0: written }): Found[] => {
      const digits = written.replaceAll('-', '');
      if (DOCUMENTED.has(digits) || PATTERN.test(digits)) return [];
      const before = text.slice(Math.max(0, index - 80), index);
      if (isNumber(before) || (DATE_AND_TIME.test(written) && !/arn:[^\s"']*$/.test(before))) return [];
      return [
        {
          index,
          text: written,
          message: say`${written} looks like the number of a real AWS account.`,
          fix: say`Write 123456789012, or the mask XXXXXXXXXXXX.`,
        },
      ];
    }),
};

/** `"Size": 104857600000`: AWS prints account numbers in quotes. */
const isNumber = (before: string) => /":\s*$/.test(before);

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The text with every UUID blanked out, each character in its place: the last group of one may be 12 digits. */
function withoutUuids(text: string): string {
  return text.replace(UUID, (uuid) => 'x'.repeat(uuid.length));
}
