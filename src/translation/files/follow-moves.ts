/** References of a page to others, after some have moved: links, requirements, the pages before and after. */

import { posix } from 'node:path';
import type { Nodes, Resource } from 'mdast';
import { isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { applyEdits, type Edit } from '../edits.ts';
import type { Outline } from '../outline.ts';
import { parseYaml } from '../setting-segments.ts';

export interface Moves {
  /** Paths below the folder of the pages, with extensions. */
  readonly files: ReadonlyMap<string, string>;
  /** Ids of pages, and of courses as a whole. */
  readonly ids: ReadonlyMap<string, string>;
}

/** @param path of the page below the folder of its language, before the move */
export function followMoves(outline: Outline, path: string, moves: Moves): string {
  const edits = [...linkEdits(outline, path, moves), ...settingEdits(outline, path, moves)];
  return applyEdits(outline.source.text, edits);
}

function linkEdits({ tree, source }: Outline, path: string, moves: Moves): Edit[] {
  return urlsIn(tree).flatMap(({ url, position }) => {
    const now = movedUrl(url, path, moves);
    if (now === undefined || now === url || !position) return [];
    const [start, end] = [position.start, position.end].map(
      ({ line, column }) => source.at(line, column - 1).offset,
    );
    // The address stands last, after the words of the link.
    const at = source.text.slice(start, end).lastIndexOf(url);
    return at === -1 ? [] : [{ start: (start ?? 0) + at, end: (start ?? 0) + at + url.length, text: now }];
  });
}

type Linked = Nodes & Resource;

function urlsIn(node: Nodes): Linked[] {
  const own = node.type === 'link' || node.type === 'image' || node.type === 'definition' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(urlsIn)] : own;
}

/** Undefined for an address outside of the pages. */
function movedUrl(url: string, from: string, { files, ids }: Moves): string | undefined {
  const [, address = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const published = /^((?:pathname:\/\/)?\/docs\/)(.+?)(\.mdx?)?$/.exec(address);
  if (published) {
    const [, prefix = '', id = '', extension = ''] = published;
    return `${prefix}${ids.get(id) ?? id}${extension}${rest}`;
  }
  if (address === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(address)) return undefined;
  const target = posix.join(posix.dirname(from), address);
  const [before, after] = [files.get(from) ?? from, files.get(target) ?? target];
  if (before === from && after === target) return undefined;
  const path = posix.relative(posix.dirname(before), after);
  // As it was written: `./a.mdx` and `a.mdx` are the same.
  if (path === posix.normalize(address)) return undefined;
  return (path.startsWith('.') ? path : `./${path}`) + rest;
}

function settingEdits(outline: Outline, path: string, { files, ids }: Moves): Edit[] {
  const yaml = parseYaml(outline);
  if (!yaml) return [];
  const { document, start } = yaml;
  const listed = [
    ['tejun', 'requires'],
    ['tejun', 'after'],
  ].flatMap((place) => {
    const node = document.getIn(place, true) as Node | undefined;
    return isSeq(node) ? node.items.filter((item) => isScalar(item)) : [];
  });
  const single = ['pagination_next', 'pagination_prev'].flatMap((key) => {
    const node = document.getIn([key], true);
    return isScalar(node) ? [node] : [];
  });
  return [...listed, ...single].flatMap((node: Scalar) => {
    const written = node.value;
    if (typeof written !== 'string' || !node.range) return [];
    const now = movedName(written);
    return now === written ? [] : [{ start: start + node.range[0], end: start + node.range[1], text: now }];
  });

  function movedName(name: string): string {
    if (!/^\.{1,2}\//.test(name)) return ids.get(name) ?? name;
    const hasExtension = /\.mdx?$/.test(name);
    const moved = movedUrl(hasExtension ? name : `${name}.mdx`, path, { files, ids });
    return moved === undefined ? name : hasExtension ? moved : moved.replace(/\.mdx$/, '');
  }
}
