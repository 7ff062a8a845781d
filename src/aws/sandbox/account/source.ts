import { type Document, isMap, isNode, type LineCounter, type Node } from 'yaml';

export type Path = readonly PropertyKey[];

/** A YAML file's text and what was read from it. */
export interface Source {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

export interface YamlPosition {
  readonly line: number;
  readonly column: number;
}

/** Finds the position of the value at a path, else of the nearest node around it. */
export function positionAt(source: Source, path: Path): YamlPosition {
  for (let length = path.length; length >= 0; length--) {
    const key = keyOf(source, path.slice(0, length));
    if (key?.range) return at(source, key.range[0]);
    const node = nodeAt(source, path.slice(0, length));
    if (node?.range) return at(source, node.range[0]);
  }
  return { line: 1, column: 1 };
}

/** `users[0].policies[1].name` */
export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

export function hasValue(source: Source, path: Path): boolean {
  return nodeAt(source, path) !== undefined;
}

/** The value at a path as plain data. */
export function valueIn(source: Source, path: Path): unknown {
  return nodeAt(source, path)?.toJS(source.document);
}

function nodeAt(source: Source, path: Path): Node | undefined {
  const node: unknown =
    path.length === 0 ? source.document.contents : source.document.getIn(path as unknown[], true);
  return isNode(node) ? node : undefined;
}

/** A field is shown at its name. */
function keyOf(source: Source, path: Path): Node | undefined {
  const name = path.at(-1);
  if (typeof name !== 'string') return undefined;
  const parent = nodeAt(source, path.slice(0, -1));
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isNode(key) && String(key.toJS(source.document)) === name);
  return isNode(pair?.key) ? pair.key : undefined;
}

function at({ lines }: Source, offset: number): YamlPosition {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
