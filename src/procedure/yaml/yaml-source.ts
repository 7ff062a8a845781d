import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isSeq,
  type Node,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import type { Position } from '../types.ts';

export type Path = readonly PropertyKey[];

/** YAML that was read, and where its parts stand in their file. */
export interface YamlSource {
  readonly document: Document.Parsed;
  /** The place of an offset in the YAML. */
  placeOf(offset: number): Position;
}

/** Parses YAML without printing anything; the errors are in the document. */
export const parseYamlText = (text: string): Document.Parsed<ParsedNode> =>
  parseDocument(text, { prettyErrors: false, logLevel: 'silent' });

/** Key and value that a path leads to; the top of the document has no key, nor has an item of a list. */
interface Entry {
  readonly key?: unknown;
  readonly value?: unknown;
}

/**
 * Finds the place of a path by its key, or by its value where that is asked for or has no key; a path that leads to
 * nothing has the place of the nearest part around it.
 */
export function placeAt(source: YamlSource, path: Path, part: 'key' | 'value' = 'key'): Position {
  for (let length = path.length; length >= 0; length--) {
    const entry = entryAt(source.document, path.slice(0, length));
    const isValueFirst = part === 'value' && length === path.length;
    const nodes = isValueFirst ? [entry?.value, entry?.key] : [entry?.key, entry?.value];
    const found = nodes.find((node): node is Node => isNode(node) && node.range != null);
    if (found?.range) return source.placeOf(found.range[0]);
  }
  return source.placeOf(0);
}

/** `users[0].policies[1].name` */
export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

export function hasValue({ document }: YamlSource, path: Path): boolean {
  return isNode(entryAt(document, path)?.value);
}

/**
 * Reads the value at a path as plain data.
 *
 * @throws Error for aliases that lead to nothing or multiply without end
 */
export function valueAt({ document }: YamlSource, path: Path): unknown {
  const value = entryAt(document, path)?.value;
  return isNode(value) ? value.toJS(document) : undefined;
}

function entryAt(document: Document.Parsed, path: Path): Entry | undefined {
  let entry: Entry | undefined = { value: document.contents };
  for (const part of path) {
    const value: unknown = isAlias(entry?.value) ? entry.value.resolve(document) : entry?.value;
    if (isMap(value)) entry = value.items.find(({ key }) => nameOf(key, document) === String(part));
    else entry = isSeq(value) && typeof part === 'number' ? { value: value.items[part] } : undefined;
  }
  return entry;
}

const nameOf = (key: unknown, document: Document.Parsed): string =>
  String(isNode(key) ? key.toJS(document) : key);
