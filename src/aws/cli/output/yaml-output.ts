import { jsonWithFloats } from '../python/float.ts';
import { isDictionary, isScalar, sortedNames } from './values.ts';

/** As ruamel.yaml's safe dumper writes it: block style, names sorted, lists not indented; a scalar as JSON. */
export function formatYaml(data: unknown): string {
  if (data === undefined || isScalar(data)) return `${jsonWithFloats(data ?? null)}\n`;
  if (isDictionary(data) && Object.keys(data).length === 0) return '';
  return isEmpty(data) ? '[]\n' : block(data, 0);
}

const isEmpty = (data: unknown) =>
  Array.isArray(data) ? data.length === 0 : isDictionary(data) && Object.keys(data).length === 0;

/** A list or mapping whose lines begin at a column. */
function block(data: unknown, indent: number): string {
  const start = ' '.repeat(indent);
  if (Array.isArray(data)) return data.map((item) => `${start}- ${inItem(item, indent)}`).join('');
  const mapping = data as Readonly<Record<string, unknown>>;
  return sortedNames(Object.keys(mapping))
    .map((name) => {
      const value = mapping[name];
      if (!isSimpleKey(name)) {
        const key = scalarText(name, { column: indent + 2, indent: indent + 2 });
        return `${start}? ${key}\n${start}: ${inItem(value, indent)}`;
      }
      const key = `${start}${scalarText(name)}:`;
      if (isScalarOrEmpty(value)) return `${key} ${inline(value, indent, key.length + 1)}`;
      return `${key}\n${block(value, Array.isArray(value) ? indent : indent + 2)}`;
    })
    .join('');
}

/** Tells whether a key may stand before its colon: on one line, and of no more bytes than libyaml looks ahead. */
const isSimpleKey = (name: string) =>
  !/[\n\r\u0085\u2028\u2029]/.test(name) && new TextEncoder().encode(name).length <= 128;

/** Writes what follows `- `: a nested block begins on the same line. */
const inItem = (item: unknown, indent: number) =>
  isScalarOrEmpty(item) ? inline(item, indent, indent + 2) : block(item, indent + 2).slice(indent + 2);

const isScalarOrEmpty = (value: unknown) => isScalar(value) || isEmpty(value);

function inline(value: unknown, indent: number, column: number): string {
  if (typeof value === 'string') return `${scalarText(value, { column, indent: indent + 2 })}\n`;
  if (Array.isArray(value)) return '[]\n';
  return isDictionary(value) ? '{}\n' : `${value ?? 'null'}\n`;
}

/** Position of a text that may be folded. */
interface TextPosition {
  /** Of its first character. */
  readonly column: number;
  /** Of the lines that follow. */
  readonly indent: number;
}

const WIDTH = 80;

/** A text as libyaml writes it: plain where that reads back as the same text, else in single or double quotes. */
function scalarText(text: string, place?: TextPosition): string {
  if (needsEscapes(text)) return doubleQuoted(text, place);
  return isPlain(text) ? fold(text, place, '') : `'${fold(text.replaceAll("'", "''"), place, "'")}'`;
}

/** Characters that YAML does not print as they are, and spaces beside a line's end. */
const needsEscapes = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped.
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]|[\u{10000}-\u{10ffff}]| [\n\u2028\u2029]|[\n\u2028\u2029] /u.test(
    text,
  );

/** Line breaks that libyaml writes as they are. */
const isBreak = (char: string | undefined) => char === '\n' || char === '\u2028' || char === '\u2029';

/** Texts that YAML 1.2 reads as something else. */
const otherTypes = [
  /^(~|null|Null|NULL|=|<<)?$/,
  /^(true|True|TRUE|false|False|FALSE)$/,
  /^(?=[-+0-9])[-+]?(0b[0-1_]+|0o?[0-7_]+|[0-9_]+|0x[0-9a-fA-F_]+)$/,
  /^[-+]?([0-9][0-9_]*)(\.[0-9_]*([eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)$/,
  /^[-+]?\.([0-9_]+([eE][-+][0-9]+)?|inf|Inf|INF)$|^\.(nan|NaN|NAN)$/,
  /^\d{4}-\d\d-\d\d$/,
  /^\d{4}-\d\d?-\d\d?([Tt]|[ \t]+)\d\d?:\d\d:\d\d(\.\d*)?([ \t]*(Z|[-+]\d\d?(:\d\d)?))?$/,
];

function isPlain(text: string): boolean {
  if (otherTypes.some((form) => form.test(text))) return false;
  if (/^[ #,[\]{}&*!|>'"%@`]|^[-?:]( |$)|^---|^\.\.\./.test(text)) return false;
  return !/: |:$| #|[\n\u2028\u2029]| $/.test(text);
}

/** Breaks lines at single spaces beyond the width; a line's end within a text is doubled. */
function fold(text: string, place: TextPosition | undefined, quote: string): string {
  if (!place) return text;
  let written = '';
  let column = place.column + quote.length;
  const start = `\n${' '.repeat(place.indent)}`;
  const characters = [...text];
  characters.forEach((char, index) => {
    const [before, after] = [characters[index - 1], characters[index + 1]];
    const single = char === ' ' && before !== ' ' && after !== ' ' && index > 0 && after !== undefined;
    if (isBreak(char)) {
      written += char === '\n' && !isBreak(before) ? '\n\n' : char;
      if (!isBreak(after)) written += ' '.repeat(place.indent);
      column = place.indent;
    } else if (single && column > WIDTH) {
      written += start;
      column = place.indent;
    } else {
      written += char;
      column++;
    }
  });
  return written;
}

const escapes: Readonly<Record<string, string>> = {
  ...{ '\0': '0', '\x07': 'a', '\b': 'b', '\t': 't', '\n': 'n', '\v': 'v', '\f': 'f', '\r': 'r' },
  ...{ '\x1b': 'e', '"': '"', '\\': '\\', '\u0085': 'N', '\u2028': 'L', '\u2029': 'P' },
};

/** Breaks lines as `fold` does, and marks a space that would begin one. */
function doubleQuoted(text: string, place: TextPosition | undefined): string {
  let written = '"';
  let column = (place?.column ?? 0) + 1;
  const characters = [...text];
  characters.forEach((char, index) => {
    const breaks =
      place && char === ' ' && characters[index - 1] !== ' ' && index > 0 && index < characters.length - 1;
    if (breaks && column > WIDTH) {
      const mark = characters[index + 1] === ' ' ? '\\' : '';
      written += `\n${' '.repeat(place.indent)}${mark}`;
      column = place.indent + mark.length;
      return;
    }
    const shown = escaped(char);
    written += shown;
    column += shown.length;
  });
  return `${written}"`;
}

function escaped(char: string): string {
  const known = escapes[char];
  if (known !== undefined) return `\\${known}`;
  if (!needsEscapes(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  const digits = (size: number) => code.toString(16).toUpperCase().padStart(size, '0');
  return code <= 0xff ? `\\x${digits(2)}` : code <= 0xffff ? `\\u${digits(4)}` : `\\U${digits(8)}`;
}
