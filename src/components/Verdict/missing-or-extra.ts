import { translate } from '@docusaurus/Translate';
import type { StepVerdict } from '../../session/index.ts';
import { actualOf, describePath, expectedOf, numberIn } from './words.ts';

type Difference = StepVerdict['differences'][number];

/** Describes what the example has and the output does not: a line, a column, a variable, a key or an element. */
export function describeMissing(difference: Difference): string {
  const { path } = difference;
  const expected = expectedOf(difference);
  const line = numberIn(path, /^line (\d+)$/);
  if (line && difference.expected)
    return translate(
      {
        id: 'tejun.difference.missing.text',
        message: '例の{line}行目の{expected}が、実行結果にありません。',
      },
      { line, expected },
    );
  if (line)
    return translate(
      { id: 'tejun.difference.missing.line', message: '例の{line}行目が、実行結果にありません。' },
      { line },
    );
  if (path === 'header')
    return translate(
      { id: 'tejun.difference.missing.column', message: '例にある列が、実行結果にありません: {columns}' },
      { columns: difference.expected ?? '' },
    );
  if (path === '')
    return translate({
      id: 'tejun.difference.missing.some',
      message: '実行結果に含まれるJSONの個数が、例より少なくなっています。',
    });
  if (path === 'output')
    return translate(
      { id: 'tejun.difference.missing.shown', message: '実行結果に{expected}が含まれていません。' },
      { expected },
    );
  if (difference.expected !== undefined)
    return translate(
      {
        id: 'tejun.difference.missing.variable',
        message: '{path}: 値が表示されていません。{expected}のはずです。',
      },
      { path, expected },
    );
  return translate(
    { id: 'tejun.difference.missing', message: '{path}: 例にはありますが、実行結果にはありません。' },
    { path },
  );
}

/** Describes what the output has and the example does not. */
export function unexpected(difference: Difference): string {
  const { path } = difference;
  const line = numberIn(path, /^output line (\d+)$/);
  if (line)
    return translate(
      {
        id: 'tejun.difference.unexpected.line',
        message: '実行結果の{line}行目の{actual}は、例にはありません。',
      },
      { line, actual: actualOf(difference) },
    );
  const row = numberIn(path, /^output row (\d+)$/);
  if (row)
    return translate(
      { id: 'tejun.difference.unexpected.row', message: '実行結果の表の{row}行目は、例にはありません。' },
      { row },
    );
  if (path === '')
    return translate({
      id: 'tejun.difference.unexpected.some',
      message: '実行結果に含まれるJSONの個数が、例より多くなっています。',
    });
  return translate(
    { id: 'tejun.difference.unexpected', message: '{path}: 実行結果にはありますが、例にはありません。' },
    { path: describePath(path) },
  );
}
