import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Exchange, ExchangeError, type ExchangePage, type ExchangeUnit } from './types.ts';
import {
  attributesOf,
  childrenNamed,
  childrenOf,
  type Element,
  elementsNamed,
  XML_SETTINGS,
} from './xliff-elements.ts';

/**
 * Reads pages from XLIFF 2.
 *
 * @throws ExchangeError
 */
export function readXliff(text: string): Exchange {
  const validity = XMLValidator.validate(text);
  if (validity !== true) throw new ExchangeError(`line ${validity.err.line} is not XML: ${validity.err.msg}`);
  const root = parse(text).find((one) => 'xliff' in one);
  const { version = '', srcLang = '', trgLang = '' } = root ? attributesOf(root) : {};
  if (!root || !version.startsWith('2.')) throw new ExchangeError('it is not XLIFF 2');
  if (!trgLang) throw new ExchangeError('its element "xliff" has no "trgLang"');
  const pages = childrenNamed(root, 'file').map(
    (file): ExchangePage => ({
      sourceFile: attributesOf(file).original ?? '',
      units: elementsNamed(file, 'unit').map(readUnit),
    }),
  );
  return { sourceLocale: srcLang, locale: trgLang, pages };
}

/** The parser refuses more than the validator: external entities, names such as `__proto__`. */
function parse(text: string): Element[] {
  const parser = new XMLParser({
    ...XML_SETTINGS,
    trimValues: false,
    parseTagValue: false,
    htmlEntities: true,
  });
  try {
    return parser.parse(text);
  } catch (error) {
    throw new ExchangeError(`it is not read as XML: ${(error as Error).message}`);
  }
}

function readUnit(unit: Element): ExchangeUnit {
  const data = new Map(
    childrenNamed(unit, 'originalData').flatMap((one) =>
      childrenNamed(one, 'data').map((entry) => [attributesOf(entry).id ?? '', flat(entry, new Map())]),
    ),
  );
  // A program may have split a unit; what stands between two segments is `ignorable`.
  const parts = childrenOf(unit).filter((one) => 'segment' in one || 'ignorable' in one);
  const side = (part: Element, name: string) => childrenNamed(part, name).map((one) => flat(one, data))[0];
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
