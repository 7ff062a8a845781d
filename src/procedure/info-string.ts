/** One `key=value` of a fence's info string. */
export interface InfoAttribute {
  readonly key: string;
  readonly value: string;
}

/** A fence's info string, taken apart. */
export interface FenceInfo {
  readonly lang: string;
  /** Bare words in order: the role, and whatever else was written. */
  readonly words: readonly string[];
  readonly attributes: readonly InfoAttribute[];
  /** Metadata for Docusaurus (`title="..."`, `{1,3}`, `showLineNumbers`), as written, in order. */
  readonly docusaurus: readonly string[];
}

/** https://docusaurus.io/docs/markdown-features/code-blocks */
const DOCUSAURUS_WORDS = new Set(['showLineNumbers', 'noInline', 'live', 'metastring', 'npm2yarn']);
const DOCUSAURUS_KEYS = new Set(['title', 'showLineNumbers', 'className', 'metastring', 'noInline', 'live']);

/**
 * Tokens: `{...}`, `key="..."`, `key='...'`, `key={...}`, `key=value`, a bare word. An unquoted value may end in a
 * quoted part (`match=none="why"`). There is no escape inside quotes: a value with one kind of quote uses the other.
 */
const TOKEN = (() => {
  const quoted = `"(?<double>[^"]*)"|'(?<single>[^']*)'`;
  const plain = String.raw`(?<plain>[^\s"'=]*(?:="[^"]*"|='[^']*'|[^\s"']*))`;
  const attribute = String.raw`(?<key>[^\s="'{}]+)=(?:${quoted}|(?<braced>\{[^}]*\})|${plain})(?=\s|$)`;
  return new RegExp(String.raw`(?<range>\{[^}]*\})|${attribute}|(?<word>\S+)`, 'g');
})();

/** Takes a fence's info string apart. Never fails: what makes no sense comes back as a bare word. */
export function parseInfo(lang: string, meta: string): FenceInfo {
  const words: string[] = [];
  const attributes: InfoAttribute[] = [];
  const docusaurus: string[] = [];
  for (const token of meta.matchAll(TOKEN)) {
    const { range, key, double, single, braced, plain, word } = token.groups ?? {};
    if (range !== undefined || (word !== undefined && DOCUSAURUS_WORDS.has(word))) docusaurus.push(token[0]);
    else if (key !== undefined && DOCUSAURUS_KEYS.has(key)) docusaurus.push(token[0]);
    else if (key !== undefined) attributes.push({ key, value: double ?? single ?? braced ?? plain ?? '' });
    else words.push(token[0]);
  }
  return { lang, words, attributes, docusaurus };
}
