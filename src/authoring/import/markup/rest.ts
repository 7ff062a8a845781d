import { escapeMdx } from './escape.ts';

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
