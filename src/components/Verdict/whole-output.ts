import { translate } from '@docusaurus/Translate';
import type { StepVerdict } from '../../session/index.ts';
import { actualOf, describePath, nameOfStream } from './words.ts';

type Difference = StepVerdict['differences'][number];

/** The output as a whole, or a check that prints nothing to check. */
export function otherForm({ path }: Difference): string {
  if (path === '')
    return translate({
      id: 'tejun.difference.form',
      message: '実行結果の形式が、例の形式 (JSON、表、エラーなど) と違います。',
    });
  if (path === 'stdout')
    return translate({ id: 'tejun.difference.form.check', message: '確認する変数が表示されていません。' });
  return translate(
    { id: 'tejun.difference.form.unreadable', message: '{path}: 例を読み取れないため、比べられません。' },
    { path: describePath(path) },
  );
}

/** A failure in place of a success, or the other way round. */
export function otherExit({ expected = '', actual = '' }: Difference): string {
  if (expected === '0')
    return translate(
      {
        id: 'tejun.difference.exit.failed',
        message: '成功するはずのコマンドが、失敗しました (終了コードは{actual})。',
      },
      { actual },
    );
  if (actual === '0')
    return translate({
      id: 'tejun.difference.exit.succeeded',
      message: 'エラーになるはずのコマンドが、成功しました。',
    });
  const or = translate({ id: 'tejun.difference.or', message: 'または' });
  return translate(
    {
      id: 'tejun.difference.exit',
      message: '終了コードは{expected}のはずですが、{actual}でした。',
    },
    { expected: expected.replaceAll(/, | or /g, or), actual },
  );
}

/** The same of a pasted result, whose exit code nobody has seen. */
export function otherEnd({ expected = '' }: Difference): string {
  if (expected === '0')
    return translate({
      id: 'tejun.difference.end.failed',
      message: '例では成功していますが、貼り付けた結果はエラーです。',
    });
  return translate({
    id: 'tejun.difference.end.succeeded',
    message: '例ではエラーになっていますが、貼り付けた結果はエラーではありません。',
  });
}

/** Describes output where none, or another, was expected. */
export function onStream(difference: Difference): string {
  const stream = nameOfStream(difference.path) ?? difference.path;
  const actual = actualOf(difference);
  if (difference.actual === undefined)
    return translate(
      { id: 'tejun.difference.stream.other', message: '例に合う内容は、{stream}にあります。' },
      { stream },
    );
  if (difference.expected === '')
    return translate(
      {
        id: 'tejun.difference.stream.silent',
        message: '何も表示されないはずですが、{actual}と表示されました。',
      },
      { actual },
    );
  return translate(
    {
      id: 'tejun.difference.stream',
      message: '例にはない内容が、{stream}に表示されました: {actual}',
    },
    { stream, actual },
  );
}
