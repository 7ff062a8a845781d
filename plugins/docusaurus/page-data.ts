import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { MarkdownConfig } from '@docusaurus/types';
import type { PageIdentity } from '../../src/procedure/index.ts';
import { identifyPage, pagesFolder, SOURCE_FOLDER } from '../../src/project/index.ts';
import type { PageData } from '../../src/site/page-data.ts';
import { packTrust, recordsOf, type TrustData } from '../../src/verification/index.ts';
import { goalsOf, plainText } from './goals.ts';
import { pageInfoOf, type Sources } from './practices/page-info.ts';
import { type ReadDoc, readDocFile } from './read-docs.ts';
import { readVerifications } from './verification/read-verification.ts';
import { withoutFences } from './without-fences.ts';

type ParseFrontMatter = NonNullable<MarkdownConfig['parseFrontMatter']>;
type FrontMatter = Awaited<ReturnType<ParseFrontMatter>>['frontMatter'];

/**
 * Gives each page what the site shows of it and of the other pages of its course, as `tejunPage` in its front matter:
 * global data would be a part of every page, and grow with every course.
 */
export function pageData(sources: Sources): ParseFrontMatter {
  return async (params) => {
    const parsed = await params.defaultParseFrontMatter(params);
    const file = relative(sources.siteDir, params.filePath).replaceAll('\\', '/');
    const identity = identifyPage(file, sources.sourceLocale);
    if (!identity) return { ...parsed, frontMatter: withoutMarks(parsed.frontMatter) };
    const locale = process.env.DOCUSAURUS_CURRENT_LOCALE ?? identity.locale;
    const trust = trustIn(join(sources.siteDir, 'verified'), locale);
    const beside = textsBeside(identity, locale, sources);
    const data: PageData = {
      id: identity.id,
      pages: infosOf(beside, sources),
      records: trust && recordsOf(trust, identity.id),
      ...goalsOnLast(beside, identity, parsed.frontMatter),
    };
    const description = parsed.frontMatter.description ?? firstSentence(parsed.content);
    const described = description === undefined ? {} : { description };
    const shipped = withoutMarks(parsed.frontMatter);
    return { ...parsed, frontMatter: { ...shipped, ...described, tejunPage: data } };
  };
}

/** Leaves out what a translation was made from: it is for programs, and would be shipped with each page, twice. */
function withoutMarks(frontMatter: FrontMatter): FrontMatter {
  const { tejun } = frontMatter;
  if (typeof tejun !== 'object' || tejun === null || !('translation' in tejun)) return frontMatter;
  const { translation: _, ...settings } = tejun;
  return { ...frontMatter, tejun: settings };
}

interface PageText extends ReadDoc {
  readonly path: string;
}

/** The pages beside a page: each in the language of the site, or as its source where it is not translated. */
function textsBeside({ id }: PageIdentity, locale: string, { siteDir, sourceLocale }: Sources): PageText[] {
  const paths = [SOURCE_FOLDER, pagesFolder(locale, sourceLocale)]
    .map((root) => join(siteDir, root, dirname(id)))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /^[^_.].*\.mdx?$/.test(basename(path)));
  const byName = new Map(paths.map((path) => [nameOf(path), path]));
  return [...byName.values()].flatMap((path) => {
    const identity = identifyPage(relative(siteDir, path).replaceAll('\\', '/'), sourceLocale);
    const doc = identity && readDocFile(siteDir, identity);
    return doc ? { ...doc, path } : [];
  });
}

/** Goals of the course, on its last page: from there the way leads out of the course, or nowhere. */
function goalsOnLast(
  beside: readonly PageText[],
  { id }: PageIdentity,
  { pagination_next: next }: FrontMatter,
): Pick<PageData, 'goals'> {
  const overview = beside.find(isOverview);
  const isLast =
    next === undefined
      ? nameOf(lastOf(beside)?.path ?? '') === basename(id)
      : !String(next).startsWith(id.slice(0, id.indexOf('/') + 1));
  const goals = isLast && overview ? goalsOf(overview.text) : [];
  return goals.length > 0 ? { goals } : {};
}

const nameOf = (path: string): string => basename(path).replace(/\.mdx?$/, '');

const isOverview = ({ path }: PageText): boolean => nameOf(path) === 'index';

/** The page that stands last in the sidebar: by position, then those without one, by name. */
function lastOf(pages: readonly PageText[]): PageText | undefined {
  const positionOf = ({ text }: PageText) =>
    Number(/^sidebar_position: ([\d.]+)/m.exec(text)?.[1] ?? Number.POSITIVE_INFINITY);
  return pages
    .filter((page) => !isOverview(page))
    .toSorted((one, other) => {
      const [a, b] = [positionOf(one), positionOf(other)];
      return a === b ? nameOf(one.path).localeCompare(nameOf(other.path)) : a - b;
    })
    .at(-1);
}

const trusts = new Map<string, { readonly version: string; readonly trust: TrustData | undefined }>();

/** Reads the records of runs once, not for each page; again where a file was written since. Undefined without records. */
function trustIn(folder: string, locale: string): TrustData | undefined {
  const version = versionOf(folder);
  const key = `${locale} ${folder}`;
  const known = trusts.get(key);
  if (known?.version === version) return known.trust;
  const verifications = readVerifications(folder);
  const trust = verifications.length > 0 ? packTrust(verifications, locale) : undefined;
  trusts.set(key, { version, trust });
  return trust;
}

const versionOf = (folder: string): string =>
  existsSync(folder)
    ? readdirSync(folder)
        .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
        .join('\n')
    : '';

/** By the ids of the pages. */
function infosOf(texts: readonly PageText[], sources: Sources): PageData['pages'] {
  const entries = texts.flatMap(({ page }) => {
    const info = pageInfoOf(page, sources);
    return page && info ? [[page.id, info] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** The first line of plain prose, where Docusaurus would take a heading with its anchor. */
function firstSentence(content: string): string | undefined {
  const line = withoutFences(content)
    .split('\n')
    .find((one) => /^[^\s#<>{}:|`*\-\d]/.test(one) && !/^(?:import|export)\s/.test(one));
  return line && plainText(line);
}
