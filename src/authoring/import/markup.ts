/** Names of admonitions in the imported text, by Docusaurus' names. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  note: [
    'note',
    '注釈',
    '注記',
    '備考',
    'メモ',
    '補足',
    'ノート',
    '補足説明',
    'message',
    'seealso',
    '参考',
    'versionadded',
    'versionchanged',
    'todo',
  ],
  tip: ['tip', 'hint', 'ヒント', 'コツ', 'ポイント'],
  info: ['info', 'important', 'admonition', '情報', '重要', 'details'],
  warning: ['warning', 'warn', 'caution', 'attention', '警告', '注意', '注意事項', 'deprecated'],
  danger: ['danger', 'error', 'alert', '危険'],
};
const BY_NAME = new Map(
  Object.entries(TYPES).flatMap(([type, names]) => names.map((name) => [name, type] as const)),
);

/** Docusaurus's type of an admonition; undefined when the name means none. */
export function admonitionType(name: string): string | undefined {
  return BY_NAME.get(name.normalize('NFKC').trim().replace(/:$/, '').toLowerCase());
}

/** Applies `change` to what stands outside of code spans. */
function outsideCode(text: string, change: (text: string) => string): string {
  return text
    .split(/((?<!\\|(?<!\\)`)(`+)(?!`)(?:[\s\S]*?[^`])\2(?!`))/)
    .filter((_, index) => index % 3 !== 2)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}

/** Characters that begin something in MDX and nothing in Markdown. */
export function escapeMdx(text: string): string {
  return outsideCode(text, escapePart);
}

/** In Markdown, comments of HTML too: MDX has its own. */
export function escapeMarkdownText(text: string): string {
  return outsideCode(text, (part) =>
    part
      .split(/<!--(.*?)-->/)
      .map((piece, index) => (index % 2 === 0 ? escapePart(piece) : `{/*${piece.replaceAll('*/', '* /')}*/}`))
      .join(''),
  );
}

const escapePart = (part: string): string =>
  part
    .replace(/<(https?:\/\/[^\s<>]+)>/g, '[$1]($1)')
    .replace(/<br\s*\/?>/gi, '<br />')
    .replace(/(?<!\\)[{}]/g, '\\$&')
    .replace(/(?<!\\)<(?!br \/>)/g, '\\<');

/** A line of plain text: what would be markup anywhere in a line is escaped. */
export function escapeMarkdown(text: string): string {
  return escapeMdx(
    text
      .replace(/\\/g, '\\\\')
      .replace(/[*`[\]]/g, '\\$&')
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_'),
  );
}

/** A paragraph that begins like a statement of JavaScript would be one. */
export function escapeStatement(line: string, isFirst: boolean): string {
  return isFirst && /^(?:import|export)\b/.test(line) ? `{''}${line}` : line;
}

/** Escapes what has a meaning only at the start of a line, in a text without Markdown. */
export function escapeLineStart(line: string, isFirst: boolean): string {
  const marks = /^(\s*)(:::|#{1,6}(?=\s)|[>|](?=\s|$)|[=-]{2,}\s*$|\+(?=\s)|~~~)/;
  return escapeStatement(line.replace(marks, '$1\\$2'), isFirst);
}

/** Roles whose text is code. */
const CODE_ROLES = /^(?:command|file|code|option|samp|program|envvar|kbd|literal|path|py:\w+|c:\w+)$/;
const BOLD_ROLES = /^(?:guilabel|menuselection|strong|dfn|term)$/;

export interface Inline {
  readonly text: string;
  /** Roles and references that Markdown cannot say, as written. */
  readonly lost: readonly string[];
}

/** Inline markup of reStructuredText as Markdown. */
export function restInline(written: string): Inline {
  const lost: string[] = [];
  const codes: string[] = [];
  /** Code must not be read again: it is put aside. */
  const code = (text: string) =>
    `\uE000${codes.push(text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``) - 1}\uE001`;
  const text = written
    .replace(/``(.+?)``/g, (_, inside: string) => code(inside))
    .replace(/:([\w:.+-]+):`([^`]+)`/g, (whole, role: string, inside: string) => {
      if (CODE_ROLES.test(role)) return code(inside);
      if (BOLD_ROLES.test(role)) return `**${inside}**`;
      lost.push(whole);
      return inside.replace(/\s*<([^<>]+)>$/, ' ($1)');
    })
    .replace(/`([^`<]+?)\s*<(https?:\/\/[^`>\s]+|mailto:[^`>\s]+)>`__?/g, '[$1]($2)')
    .replace(/`<(https?:\/\/[^`>\s]+)>`__?/g, '[$1]($1)')
    .replace(/`([^`]+)`(__?)/g, (whole, inside: string) => {
      lost.push(whole);
      return inside;
    })
    .replace(/`([^`]+)`/g, '*$1*')
    .replace(/\\\s/g, '');
  const escaped = escapeMdx(text).replace(
    /\uE000(\d+)\uE001/g,
    (_, index: string) => codes[Number(index)] ?? '',
  );
  return { text: escaped, lost };
}
