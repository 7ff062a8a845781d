import type { LabelRole } from './types.ts';

/** Labels that writers put before a block, without `例`, `(例)` and the colon. */
const WORDS: Readonly<Record<LabelRole, readonly string[]>> = {
  command: [
    ...[
      'コマンド',
      '実行コマンド',
      'コマンドの実行',
      'コマンド実行',
      '実行するコマンド',
      '入力コマンド',
      '実行',
      '入力',
    ],
    ...['command', 'commands', 'run', 'input', 'command line'],
  ],
  env: [
    ...[
      '環境変数の設定',
      '環境変数の指定',
      '環境変数設定',
      '変数の設定',
      '変数の指定',
      '変数設定',
      '変数の定義',
      '環境変数',
    ],
    ...['environment variables', 'set the variables', 'set variables', 'variables'],
  ],
  check: [
    ...['変数の確認', '変数確認', '環境変数の確認', '設定値の表示'],
    ...['check the variables', 'check variables', 'check of the variables'],
  ],
  result: [
    ...[
      '結果',
      '実行結果',
      '出力',
      '出力結果',
      '結果の表示',
      '表示',
      '表示結果',
      '応答',
      'レスポンス',
      '戻り値',
      'コマンドの結果',
    ],
    ...['output', 'result', 'results', 'response', 'returns', 'expected output', 'expected result'],
  ],
};
/** Only with a colon, in whatever form: without one they are as likely headings or prose. */
const NEEDS_COLON = new Set([
  '実行',
  '入力',
  '表示',
  '環境変数',
  '出力',
  '結果',
  '応答',
  'run',
  'input',
  'variables',
  'returns',
  'response',
]);
const ROLES = new Map(
  Object.entries(WORDS).flatMap(([role, words]) => words.map((word) => [word, role as LabelRole] as const)),
);
const EXAMPLE = /(?:\(例\)|の例|例|\(example\)|\(sample\)|のサンプル|サンプル)$/;

export interface Label {
  readonly role: LabelRole;
  /** Text after the colon on the same line: the command or the result itself. */
  readonly rest: string;
}

/** Reads `コマンド:`, `**結果（例）：**`, `- 実行結果の例`, `[出力例]`, `Output::`, `Example output:`; undefined when it is none. */
export function readLabel(line: string): Label | undefined {
  const whole = plain(line);
  const bare = roleOf(whole.replace(/:{1,2}$/, ''), whole.endsWith(':'));
  if (bare) return { role: bare, rest: '' };
  const [, written = '', rest = ''] = /^([^:：]{1,24})[:：]\s*(\S.*)$/.exec(line.trim()) ?? [];
  const role = written && roleOf(plain(written), true);
  return role ? { role, rest } : undefined;
}

/** One spelling for all: half width, no bullet, no brackets, no emphasis. A number makes it a title. */
function plain(line: string): string {
  return line
    .normalize('NFKC')
    .trim()
    .replace(/^[-*+•・■□◆◇●○▼▽▶>]\s+/, '')
    .replace(/^[■□◆◇●○▼▽▶#]+\s*/, '')
    .replace(/^(?:\*\*|__|\*|_)(.+?)(?:\*\*|__|\*|_)(:{0,2})$/, '$1$2')
    .replace(/^[[【〔<≪](.+?)[\]】〕>≫](:{0,2})$/, '$1$2')
    .replace(/\s*(:{1,2})$/, '$1')
    .trim()
    .toLowerCase();
}

function roleOf(text: string, hasColon: boolean): LabelRole | undefined {
  const word = text.replace(/\s+(?=\()/, '').replace(/^(?:sample|example)\s+/, '');
  const base = word.replace(EXAMPLE, '').trim();
  const isExample = base !== word || /^(?:sample|example)\s/.test(text);
  const role = ROLES.get(base);
  if (role === undefined) return undefined;
  // 結果例 and 出力例 say enough by themselves; `コマンド例` does too.
  return hasColon || isExample || !NEEDS_COLON.has(base) ? role : undefined;
}
