import { translate } from '@docusaurus/Translate';
import type { TerminalTexts } from '../../session/terminal/index.ts';

const MINUTE_MS = 60_000;

export function terminalTexts(): TerminalTexts {
  return {
    elapsed: (ms) => {
      const minutes = String(Math.round((Math.abs(ms) / MINUTE_MS) * 10) / 10);
      return ms < 0
        ? translate({ id: 'tejun.terminal.back', message: '-- 時間を{minutes}分戻しました --' }, { minutes })
        : translate(
            { id: 'tejun.terminal.elapsed', message: '-- 時間を{minutes}分進めました --' },
            { minutes },
          );
    },
    tooMany: (count) =>
      translate(
        { id: 'tejun.terminal.tooMany', message: '候補が{count}個あります。続きを入力してください。' },
        { count: String(count) },
      ),
    tooLong: (most) =>
      translate(
        {
          id: 'tejun.terminal.tooLong',
          message: '(長すぎるため、入力を受け付けませんでした。一度に入力できるのは{most}文字までです)',
        },
        { most: most.toLocaleString('en') },
      ),
    judged: (number, isExpected) =>
      isExpected
        ? translate(
            { id: 'tejun.terminal.judged', message: 'ステップ{number}: 期待どおりです' },
            { number: String(number) },
          )
        : translate(
            { id: 'tejun.terminal.judged.differs', message: 'ステップ{number}: 例と異なります' },
            { number: String(number) },
          ),
    ended: translate({
      id: 'tejun.terminal.ended',
      message: '(シェルが終了したため、新しいシェルを始めました)',
    }),
    begunAnew: translate({ id: 'tejun.terminal.anew', message: '-- ここから新しく始めます --' }),
    broken: translate({
      id: 'tejun.terminal.broken',
      message: 'コマンドを実行できませんでした。ページを読み込み直してください。',
    }),
  };
}
