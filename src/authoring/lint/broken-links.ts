import { closestMatches, type Link, type PageLinks, type Problem, problemAt } from '../../procedure/index.ts';

/** The files around a page, by their path in the project. */
export interface Surroundings {
  exists(file: string): boolean;
  /** Names of the files in a folder. */
  filesIn(folder: string): readonly string[];
  linksOf(file: string): Promise<PageLinks>;
  /** Id that a page has now, of one that has moved. */
  movedTo(id: string): Promise<string | undefined>;
}

/** Below the folders of translations: what a language lacks is shown as the source has it. */
const TRANSLATED = /^i18n\/[^/]+\/docusaurus-plugin-content-docs\/current\//;
/** A page of a language: its folder, its id and its ending. */
const PAGE = /^(docs\/|i18n\/[^/]+\/docusaurus-plugin-content-docs\/current\/)(.+)\.mdx?$/;

/**
 * Finds links of a page to files, pages and anchors that are not there. Addresses of the site (`/docs/...`) are known to
 * its build only.
 */
export async function findBrokenLinks(file: string, around: Surroundings): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const link of (await around.linksOf(file)).links) {
    const target = targetOf(link.url, file);
    const problem = target && (await problemOf(link, target, file, around));
    if (problem) problems.push(problem);
  }
  return problems;
}

interface Target {
  /** As written, and in the project. */
  readonly written: string;
  readonly path: string;
  readonly anchor: string | undefined;
}

function targetOf(url: string, file: string): Target | undefined {
  const [whole, query] = url.split('#', 2);
  const written = decoded(whole ?? '');
  const anchor = query === undefined || query === '' ? undefined : decoded(query);
  if (written === '') return anchor === undefined ? undefined : { written, path: file, anchor };
  const isOfSite = /^(?:[a-z][\w+.-]*:|\/|\?)/i.test(written);
  if (isOfSite || !/\.\w+$/.test(written)) return undefined;
  return { written, path: resolved(file, written), anchor };
}

async function problemOf(
  link: Link,
  { path, written, anchor }: Target,
  file: string,
  around: Surroundings,
): Promise<Problem | undefined> {
  const found = shown(path, around);
  if (found === undefined) {
    const now = await movedPage(path, around);
    if (now !== undefined) {
      const behind = anchor === undefined ? '' : `#${anchor}`;
      return problemAt(file, link.place, 'moved-page', path, relative(file, now) + behind);
    }
    const near = nearest(written, path, around);
    return problemAt(file, link.place, link.isImage ? 'broken-image' : 'broken-link', path, near);
  }
  if (anchor === undefined || !/\.mdx?$/.test(found)) return undefined;
  const { anchors } = await around.linksOf(found);
  if (anchors.includes(anchor)) return undefined;
  return problemAt(file, link.place, 'broken-anchor', anchor, found, closestMatches(anchor, anchors)[0]);
}

/** The file that a reader sees at a path: the source's, where the language lacks it. */
const shown = (path: string, around: Surroundings): string | undefined =>
  [path, path.replace(TRANSLATED, 'docs/')].find((one) => around.exists(one));

/** The path that a page of the same language has now, or would have. */
async function movedPage(path: string, around: Surroundings): Promise<string | undefined> {
  const [, folder, id] = PAGE.exec(path) ?? [];
  const now = id === undefined ? undefined : await around.movedTo(id);
  return ['.mdx', '.md'].map((ending) => `${folder}${now}${ending}`).find((one) => shown(one, around));
}

/** A path as a page writes it, from its own folder. */
function relative(file: string, path: string): string {
  const [from, to] = [folderOf(file).split('/'), path.split('/')];
  const common = from.findIndex((name, index) => name !== to[index]);
  const shared = common === -1 ? from.length : common;
  const up = '../'.repeat(from.length - shared) || './';
  return up + to.slice(shared).join('/');
}

/** The name that is most like the one written, of the files beside it. */
function nearest(written: string, path: string, around: Surroundings): string | undefined {
  const [folder, name] = [folderOf(path), path.slice(path.lastIndexOf('/') + 1)];
  const [near] = closestMatches(name, around.filesIn(folder));
  return near === undefined ? undefined : written.slice(0, written.length - name.length) + near;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** A path from the folder of a file, or from the project (`@site/`). */
function resolved(file: string, written: string): string {
  const isFromRoot = written.startsWith('@site/');
  const parts = isFromRoot ? [] : folderOf(file).split('/').filter(Boolean);
  for (const part of (isFromRoot ? written.slice('@site/'.length) : written).split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
