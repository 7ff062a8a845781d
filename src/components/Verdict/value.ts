import { translate } from '@docusaurus/Translate';
import type { StepVerdict } from '../../session/index.ts';

type Difference = StepVerdict['differences'][number];

/** Quotes the example's value, within a sentence. */
export const expectedOf = ({ expected, isJson }: Difference): string => shown(expected, isJson);

/** Quotes the output's value, within a sentence. */
export const actualOf = ({ actual, isJson }: Difference): string => shown(actual, isJson);

const LONGEST = 120;

/** A text in quotes, JSON as it is. It may be a whole page long: the comparison below shows it all. */
function shown(value = '', isJson?: true): string {
  const text = value.trim();
  if (text === '' || (isJson && text === '""'))
    return translate({ id: 'tejun.difference.empty', message: '空' });
  if (isJson) return inWords(text) ?? shortened(text);
  return `"${shortened(text)}"`;
}

function shortened(value: string): string {
  const [first = ''] = value.split('\n');
  if (first.length > LONGEST) return `${first.slice(0, LONGEST)}…`;
  return first === value ? first : `${first} …`;
}

/** A tree is not shown whole. */
function inWords(value: string): string | undefined {
  if (value === 'an object') return translate({ id: 'tejun.difference.object', message: 'オブジェクト {…}' });
  const [, length] = /^an array of (\d+)$/.exec(value) ?? [];
  if (length === undefined) return undefined;
  return translate({ id: 'tejun.difference.array', message: '要素が{length}個の配列' }, { length });
}
