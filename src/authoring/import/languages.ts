/** Languages of fences, as writers of all flavours of Markdown and reStructuredText name them. */

const SHELLS = new Set(
  'bash sh shell console zsh ksh shellscript shell-session sh-session shellsession terminal'.split(' '),
);
const PRINTED = new Set('json text txt plain plaintext none console bash sh shell yaml'.split(' '));
/** `none` is Sphinx's: not to be highlighted. */
const NONE = new Set('text txt plain plaintext none'.split(' '));

export const isShell = (lang: string): boolean => SHELLS.has(lang);

/** Tells whether fences of this language hold output. */
export const isPrinted = (lang: string): boolean => PRINTED.has(lang);

/** Tells whether the language says nothing about a fence's content. */
export const isPlain = (lang: string | undefined): boolean => lang === undefined || NONE.has(lang);
