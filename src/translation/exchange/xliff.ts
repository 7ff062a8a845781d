/** XLIFF 2.0 (OASIS): what most programs of translators read and write. */
import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { piecesOf } from './inline-code.ts';
import {
  type Exchange,
  ExchangeError,
  type ExchangePage,
  type ExchangeUnit,
  type UnitState,
} from './types.ts';

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';
const SETTINGS = { preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' } as const;
const STATES: Readonly<Record<UnitState, string>> = { new: 'initial', draft: 'initial', done: 'final' };

/** Element of the parser and of the builder: children by its name, attributes by `:@`. */
type Element = Readonly<Record<string, unknown>>;

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: Element[],
): Element => ({
  [name]: children,
  ':@': attributes,
});
const textOf = (text: string): Element => ({ '#text': text });

/** Writes pages as XLIFF: one `file` for each, inline code as placeholders. */
export function writeXliff({ sourceLocale, locale, pages }: Exchange): string {
  const builder = new XMLBuilder(SETTINGS);
  const files = pages.flatMap(({ sourceFile, units }, index) => [
    `  <file id="f${index + 1}" original="${escapeAttribute(sourceFile)}" xml:space="preserve">`,
    ...units.map((unit) => `    ${builder.build([unitElement(unit)])}`),
    '  </file>',
  ]);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${NAMESPACE}" version="2.0" srcLang="${sourceLocale}" trgLang="${locale}">`,
    ...files,
    '</xliff>',
  ].join('\n')}\n`;
}

const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

function unitElement({ id, source, target, state, notes = [] }: ExchangeUnit): Element {
  const data: string[] = [];
  const segment = [
    element('source', {}, inline(source, data)),
    ...(target === undefined ? [] : [element('target', {}, inline(target, data))]),
  ];
  return element('unit', { id }, [
    ...(notes.length > 0
      ? [
          element(
            'notes',
            {},
            notes.map((note) => element('note', {}, [textOf(note)])),
          ),
        ]
      : []),
    ...(data.length > 0
      ? [
          element(
            'originalData',
            {},
            data.map((code, index) => element('data', { id: `d${index + 1}` }, [textOf(code)])),
          ),
        ]
      : []),
    element('segment', { state: STATES[state] }, segment),
  ]);
}

/** Characters that XML cannot hold, in braces so that a split keeps them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /([\u0000-\u0008\u000b\u000c\u000e-\u001f])/;

const characters = (text: string): Element =>
  CONTROL.test(text)
    ? element('cp', { hex: text.charCodeAt(0).toString(16).padStart(4, '0') }, [])
    : textOf(text);

/** @param data inline code of the unit so far; what is new is added */
function inline(text: string, data: string[]): Element[] {
  const used = new Set<number>();
  return piecesOf(text).flatMap((piece): Element[] => {
    if (!piece.isCode) return piece.text.split(CONTROL).map(characters);
    let index = data.findIndex((code, place) => code === piece.text && !used.has(place));
    if (index === -1) index = data.push(piece.text) - 1;
    used.add(index);
    return [element('ph', { id: String(index + 1), dataRef: `d${index + 1}` }, [])];
  });
}

/** @throws ExchangeError */
export function readXliff(text: string): Exchange {
  const validity = XMLValidator.validate(text);
  if (validity !== true) throw new ExchangeError(`line ${validity.err.line} is not XML: ${validity.err.msg}`);
  const root = parse(text).find((one) => 'xliff' in one);
  const { version = '', srcLang = '', trgLang = '' } = root ? attributesOf(root) : {};
  if (!root || !version.startsWith('2.')) throw new ExchangeError('it is not XLIFF 2');
  if (!trgLang) throw new ExchangeError('its element "xliff" has no "trgLang"');
  const pages = all(root, 'file').map(
    (file): ExchangePage => ({
      sourceFile: attributesOf(file).original ?? '',
      units: deep(file, 'unit').map(readUnit),
    }),
  );
  return { sourceLocale: srcLang, locale: trgLang, pages };
}

/** The parser refuses more than the validator: external entities, names such as `__proto__`. */
function parse(text: string): Element[] {
  const parser = new XMLParser({ ...SETTINGS, trimValues: false, parseTagValue: false, htmlEntities: true });
  try {
    return parser.parse(text);
  } catch (error) {
    throw new ExchangeError(`it is not read as XML: ${(error as Error).message}`);
  }
}

function readUnit(unit: Element): ExchangeUnit {
  const data = new Map(
    all(unit, 'originalData').flatMap((one) =>
      all(one, 'data').map((entry) => [attributesOf(entry).id ?? '', flat(entry, new Map())]),
    ),
  );
  // A program may have split a unit; what stands between two segments is `ignorable`.
  const parts = childrenOf(unit).filter((one) => 'segment' in one || 'ignorable' in one);
  const side = (part: Element, name: string) => all(part, name).map((one) => flat(one, data))[0];
  const source = parts.map((part) => side(part, 'source') ?? '').join('');
  const isWhole = parts.every((part) => 'ignorable' in part || side(part, 'target') !== undefined);
  const target = parts.map((part) => side(part, 'target') ?? side(part, 'source') ?? '').join('');
  const isDone = parts.every(
    (part) => 'ignorable' in part || (attributesOf(part).state ?? 'initial') !== 'initial',
  );
  const id = attributesOf(unit).id ?? '';
  if (!isWhole || target.trim() === '') return { id, source, state: 'new' };
  return { id, source, target, state: isDone ? 'done' : 'draft' };
}

/** The text of an element, with the code that its placeholders stand for. */
function flat(node: Element, data: ReadonlyMap<string, string>): string {
  return childrenOf(node)
    .map((child) => {
      if ('#text' in child) return String(child['#text']);
      const { dataRef, dataRefStart, dataRefEnd, hex } = attributesOf(child);
      if ('cp' in child) return characterOf(hex);
      const [before, after] = [dataRef ?? dataRefStart, dataRefEnd].map((id) => data.get(id ?? '') ?? '');
      return `${before}${flat(child, data)}${after}`;
    })
    .join('');
}

function characterOf(hex = ''): string {
  const code = Number.parseInt(hex, 16);
  if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  throw new ExchangeError(`the "hex" of an element "cp" names no character: ${JSON.stringify(hex)}`);
}

const attributesOf = (node: Element) => (node[':@'] ?? {}) as Readonly<Record<string, string | undefined>>;

function childrenOf(node: Element): Element[] {
  const name = Object.keys(node).find((key) => key !== ':@');
  const children = name === undefined ? undefined : node[name];
  return Array.isArray(children) ? children : [];
}

const all = (node: Element, name: string): Element[] => childrenOf(node).filter((child) => name in child);

/** Also inside of groups. */
const deep = (node: Element, name: string): Element[] =>
  childrenOf(node).flatMap((child) => (name in child ? [child] : deep(child, name)));
