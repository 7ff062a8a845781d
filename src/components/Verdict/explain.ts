import { translate } from '@docusaurus/Translate';
import type { ReaderVerdict } from '../../reader/index.ts';

type Difference = ReaderVerdict['differences'][number];

/** One sentence for the reader; the matcher's own message is for the writer of the page. */
export function explain({ kind, path, expected, actual }: Difference): string {
  const values = { path: placeOf(path), expected: quoted(expected), actual: quoted(actual) };
  switch (kind) {
    case 'missing':
      return translate(
        { id: 'tejun.difference.missing', message: '{path}: 例にある{expected}がありません。' },
        values,
      );
    case 'unexpected':
      return translate(
        { id: 'tejun.difference.unexpected', message: '{path}: 例にはない{actual}があります。' },
        values,
      );
    case 'type':
    case 'form':
      return translate(
        {
          id: 'tejun.difference.form',
          message: '{path}: 値の形が違います。例は{expected}、実行結果は{actual}です。',
        },
        values,
      );
    case 'inconsistent':
      return translate(
        {
          id: 'tejun.difference.inconsistent',
          message: '{path}: 前のステップと同じ値のはずですが、{actual}でした。',
        },
        values,
      );
    case 'time':
      return translate(
        { id: 'tejun.difference.time', message: '{path}: 時刻{actual}が、指定した有効期間と合いません。' },
        values,
      );
    case 'exit-code':
      return translate(
        {
          id: 'tejun.difference.exit',
          message: '終了コードが違います。期待する値は{expected}、実行結果は{actual}です。',
        },
        values,
      );
    case 'value':
    case 'stream':
    case 'error-code':
    case 'operation':
      return translate(
        { id: 'tejun.difference.value', message: '{path}: 例は{expected}、実行結果は{actual}です。' },
        values,
      );
  }
}

/** A place in a text or a table, in words; one in JSON as it is. */
function placeOf(path: string): string {
  const [, line] = /^line (\d+)$/.exec(path) ?? [];
  if (line) return translate({ id: 'tejun.difference.line', message: '{line}行目' }, { line });
  const [, row, column] = /^row (\d+), column (\d+)$/.exec(path) ?? [];
  if (!row || !column) return path;
  return translate({ id: 'tejun.difference.cell', message: '表の{row}行目{column}列目' }, { row, column });
}

const LONGEST = 120;

/** A value may be a whole page long: the comparison below shows it all. */
function quoted(value: string | undefined): string {
  if (value === undefined) return '–';
  return value.length > LONGEST ? `"${value.slice(0, LONGEST)}…"` : `"${value}"`;
}
