import { translate } from '@docusaurus/Translate';
import type { StepVerdict } from '../../session/index.ts';
import { describeMissing, unexpected } from './missing-or-extra.ts';
import { onStream, otherExit, otherForm } from './whole-output.ts';
import { actualOf, describePath, expectedOf } from './words.ts';

type Difference = StepVerdict['differences'][number];

/** Selects the differences to show: where a command failed or succeeded unlike the example, its other output is left out. */
export function worthTelling(differences: readonly Difference[]): readonly Difference[] {
  const isOther = differences.some(({ kind }) => kind === 'exit-code');
  return isOther ? differences.filter(({ kind, path }) => kind !== 'form' || path !== '') : differences;
}

/** One sentence for the reader; the matcher's own message is for the writer of the page. */
export function explainDifference(difference: Difference): string {
  const values = {
    path: describePath(difference.path),
    expected: expectedOf(difference),
    actual: actualOf(difference),
  };
  switch (difference.kind) {
    case 'missing':
      return describeMissing(difference);
    case 'unexpected':
      return unexpected(difference);
    case 'form':
      return otherForm(difference);
    case 'exit-code':
      return otherExit(difference);
    case 'stream':
      return onStream(difference);
    case 'type':
      return translate(
        {
          id: 'tejun.difference.type',
          message: '{path}: 値の種類が違います。例は{expected}、実行結果は{actual}です。',
        },
        values,
      );
    case 'inconsistent':
      return translate(
        {
          id: 'tejun.difference.inconsistent',
          message: '{path}: 例では前に出てきたものと同じ値ですが、実行結果では別の値{actual}です。',
        },
        values,
      );
    case 'time':
      return translate(
        {
          id: 'tejun.difference.time',
          message: '{path}: {actual}は、実行した時刻から数えた有効期間と合いません。',
        },
        values,
      );
    case 'error-code':
      return translate(
        {
          id: 'tejun.difference.error',
          message: 'エラーの種類が違います。例は{expected}、実行結果は{actual}です。',
        },
        values,
      );
    case 'operation':
      return translate(
        {
          id: 'tejun.difference.operation',
          message: 'エラーになった操作が違います。例は{expected}、実行結果は{actual}です。',
        },
        values,
      );
    case 'value':
      return translate(
        {
          id: 'tejun.difference.value',
          message: '{path}: {expected}のはずですが、実行結果は{actual}です。',
        },
        values,
      );
  }
}
