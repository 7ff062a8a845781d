import { masked, WORD_END, WORD_START } from './boundaries.ts';
import type { ValuePattern } from './types.ts';

const MASK = masked('{12}');
/** 12 characters with EXAMPLE among the digits, as AWS's documentation hides an account. */
const DOCUMENTED = '(?<=[:/])(?=[A-Z0-9]{12}(?![A-Za-z0-9]))\\d*EXAMPLE\\d*';

/** The account in an ARN, however many digits the example gives it, masked in part, or in words. */
const IN_ARN = `(?<=arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*: ?)(?:\\d{9,14}|(?=[\\dxX*]{9,14}:)\\d*(?:x{4,}|X{4,}|\\*{4,})\\d*|(?=[A-Z0-9]{9,14}:)\\d*EXAMPLE\\d*|(?:your-|aws-|AWS-)?account(?:-?(?:id|ID|number))?)(?=:)`;

/** 12 digits that number no shard, or a mask of 12 characters: the number is the same wherever a page shows it, in ARNs too. */
export const accountIdPattern: ValuePattern = {
  type: 'account-id',
  finds: new RegExp(
    `${WORD_START}(?:(?<!shardId-)\\d{12}|${DOCUMENTED}|(?<![Xx*])${MASK}(?![Xx*]))${WORD_END}|${IN_ARN}`,
    'g',
  ),
  shape: () => '\\d{12}',
  binds: () => true,
  describe: () => 'an account id (12 digits)',
};
