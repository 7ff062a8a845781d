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
