import { translate } from '@docusaurus/Translate';
import type { StepVerdict } from '../../session/index.ts';

/** A place as the matcher names it, in words; one in JSON, and the name of a variable, as it is. */
export function describePath(path: string): string {
  const line = numberIn(path, /^line (\d+)$/);
  if (line) return translate({ id: 'tejun.difference.line', message: '{line}行目' }, { line });
  const [, row, column] = /^row (\d+), column (\d+)$/.exec(path) ?? [];
  if (row && column)
    return translate({ id: 'tejun.difference.cell', message: '表の{row}行目{column}列目' }, { row, column });
  const [, name] = /^column (.+)$/.exec(path) ?? [];
  if (name) return translate({ id: 'tejun.difference.column', message: '表の列{name}' }, { name });
  if (path === 'title, column 1') return translate({ id: 'tejun.difference.title', message: '表の見出し' });
  return nameOfStream(path) ?? path.replace(/, column \d+$/, '');
}

export function nameOfStream(path: string): string | undefined {
  switch (path) {
    case 'stdout':
      return translate({ id: 'tejun.difference.stdout', message: '標準出力' });
    case 'stderr':
      return translate({ id: 'tejun.difference.stderr', message: '標準エラー出力' });
    case 'both':
      return translate({ id: 'tejun.difference.both', message: '標準出力と標準エラー出力' });
  }
}

/** The number in a place of that form. */
export const numberIn = (path: string, form: RegExp): string | undefined => form.exec(path)?.[1];

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
