import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { say } from '../../language/index.ts';
import { fingerprint, readPage } from '../../procedure/index.ts';
import {
  type FileChange,
  findFiles,
  InputError,
  isPageFile,
  pageKindOf,
  pagesFolder,
  readLocales,
  readPageFiles,
  UsageError,
} from '../../project/index.ts';
import { readOutline } from '../outline.ts';
import { scanPage } from '../scan.ts';
import { followMoves, type Moves } from './follow-moves.ts';
import { type Moved, movedRecordings, movedVerifications } from './moved-runs.ts';
import { movedRedirects } from './redirects.ts';

/** New contents, and the files to be removed once these are written. */
export interface PageMove {
  readonly changes: readonly FileChange[];
  readonly removed: readonly string[];
}

/**
 * Moves a page, or a course with all its files: source, translations, recordings, what is kept about its runs; links,
 * requirements and the order of pages follow, and the old address leads to the new one. A source that has been moved
 * already is left where it is.
 *
 * @param from id of a page or of a course
 * @throws UsageError
 */
export function movePages(root: string, from: string, to: string): PageMove {
  const { source, translations } = readLocales(root);
  const folders = [source, ...translations].map((locale) => pagesFolder(locale, source));
  const moves = movesOf(root, folders, clean(from), clean(to));
  const { files, problems } = readPageFiles(root, {});
  if (problems.length > 0) throw new InputError(problems, 'Nothing was moved.');
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const followed = followAll(folders, texts, moves);
  const others = folders.flatMap((folder) =>
    [...moves.files.keys()].map((path) => `${folder}/${path}`).filter((file) => !texts.has(file)),
  );
  const moved: Moved[] = [
    ...followed.files,
    ...others.flatMap((file) => unchanged(root, file, targetIn(folders, file, moves))),
    ...movedRecordings(root, moves.ids),
    ...movedVerifications(root, moves.ids, followed.fingerprints),
  ];
  return {
    changes: [
      ...moved.flatMap(({ file, before, after, target }): FileChange[] => {
        if (target !== file) return [{ file: target, after }];
        return before === after ? [] : [{ file, before, after }];
      }),
      ...movedRedirects(root, pagesOf(moves)),
    ],
    removed: moved.filter(({ file, target }) => target !== file).map(({ file }) => file),
  };
}

/** A partial has no address, nor has a course but for its pages. */
function pagesOf({ files }: Moves): Map<string, string> {
  const pages = [...files].filter(([path]) => isPageFile(path) && pageKindOf(path) === 'page');
  return new Map(pages.map(([path, target]) => [idOf(path), idOf(target)]));
}

const idOf = (path: string): string => path.replace(/\.mdx?$/, '');

function unchanged(root: string, file: string, target: string): Moved[] {
  if (!existsSync(join(root, file))) return [];
  const text = readFileSync(join(root, file), 'utf8');
  return [{ file, before: text, after: text, target }];
}

function targetIn(folders: readonly string[], file: string, { files }: Moves): string {
  const folder = folders.find((one) => file.startsWith(`${one}/`)) ?? '';
  const path = file.slice(folder.length + 1);
  return `${folder}/${files.get(path) ?? path}`;
}

/** Rewrites what pages say of each other; the source first, as it changes what its translations were made from. */
function followAll(
  folders: readonly string[],
  texts: ReadonlyMap<string, string>,
  moves: Moves,
): { files: Moved[]; fingerprints: Map<string, string> } {
  const prose = new Map<string, ReadonlyMap<string, string>>();
  const fingerprints = new Map<string, string>();
  const files = folders.flatMap((folder, index) =>
    [...texts]
      .filter(([file]) => file.startsWith(`${folder}/`))
      .map(([file, before]): Moved => {
        const path = file.slice(folder.length + 1);
        const text = followed(before, file, path, moves);
        if (index === 0 && text !== before) prose.set(path, changedProse(before, text));
        const [old, now] = [
          fingerprintOf(before, file, path),
          fingerprintOf(text, file, moves.files.get(path) ?? path),
        ];
        if (old && now && old !== now) fingerprints.set(old, now);
        const after = withHashes(text, prose.get(path));
        return { file, before, after, target: targetIn(folders, file, moves) };
      }),
  );
  return { files, fingerprints };
}

/** Leaves as it is what cannot be read: it says nothing that could be followed. */
function followed(text: string, file: string, path: string, moves: Moves): string {
  const read = readOutline(text, file);
  return 'outline' in read ? followMoves(read.outline, path, moves) : text;
}

/** A page that requires another has its id in its fingerprint; only those are read. */
function fingerprintOf(text: string, file: string, path: string): string | undefined {
  if (!/^\s+requires:|[{,]\s*requires:/m.test(text)) return undefined;
  const { page } = readPage(text, { id: idOf(path), file, locale: '' });
  return page && fingerprint(page);
}

/** Hashes of the prose below headings whose links have followed: they say what they said. */
function changedProse(before: string, after: string): Map<string, string> {
  const now = scanPage(after).prose;
  return new Map(scanPage(before).prose.map(({ prose }, index) => [prose, now[index]?.prose ?? prose]));
}

/** Names the prose as it reads now: a translation is still made from it. */
function withHashes(text: string, hashes: ReadonlyMap<string, string> | undefined): string {
  if (!hashes) return text;
  const end = Math.max(0, text.indexOf('\n---', 3));
  const marks = text
    .slice(0, end)
    .replace(/(\bprose: ["']?)([0-9a-f]{16})\b/g, (mark, start: string, hash: string) => {
      const now = hashes.get(hash);
      return now === undefined ? mark : start + now;
    });
  return marks + text.slice(end);
}

const clean = (name: string): string => name.replace(/^docs\//, '').replace(/\/$|\.mdx?$/g, '');

function movesOf(root: string, folders: readonly string[], from: string, to: string): Moves {
  if (!/^[^/.][^/]*(?:\/[^/.][^/]*)*$/.test(to) || to === from)
    throw new UsageError(
      say`"${to}" is no new name of a page or of a course. Write, for example, s3-objects/list.`,
    );
  const paths = [...new Set(folders.flatMap((folder) => findFiles(join(root, folder))))];
  const isPage = paths.some((path) => isPageFile(path) && idOf(path) === from);
  const chosen = paths.filter((path) =>
    isPage ? isPageFile(path) && idOf(path) === from : path.startsWith(`${from}/`),
  );
  if (chosen.length === 0)
    throw new UsageError(say`There is no page and no course ${from}, in any language.`);
  if (isPage && posix.dirname(to) === '.' && posix.dirname(from) !== '.')
    throw new UsageError(say`${to} is no page of a course. Write ${posix.dirname(from)}/${to}.`);
  const files = new Map(chosen.map((path) => [path, to + path.slice(from.length)]));
  for (const folder of folders) {
    for (const [path, target] of files) {
      if (existsSync(join(root, folder, path)) && existsSync(join(root, folder, target)))
        throw new UsageError(say`Nothing was moved: ${folder}/${target} exists already.`);
    }
  }
  const ids = [...files].flatMap(([path, target]) =>
    isPageFile(path) ? [[idOf(path), idOf(target)] as const] : [],
  );
  return { files, ids: new Map([...ids, ...(isPage ? [] : [[from, to] as const])]) };
}
