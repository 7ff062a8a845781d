import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { MarkdownConfig } from '@docusaurus/types';
import { readPage } from '../../src/procedure/index.ts';
import { identifyPage } from '../../src/project/index.ts';
import type { PageData } from '../../src/site/page-data.ts';
import { packTrust, recordsOf } from '../../src/verification/index.ts';
import { pageInfoOf, type Sources } from './practices/page-info.ts';
import { readVerifications } from './verification/read-verification.ts';

type ParseFrontMatter = NonNullable<MarkdownConfig['parseFrontMatter']>;

/**
 * Gives each page what the site shows of it and of the other pages of its course, as `tejunPage` in its front matter:
 * global data would be a part of every page, and grow with every course.
 */
export function pageData(sources: Sources): ParseFrontMatter {
  return async (params) => {
    const parsed = await params.defaultParseFrontMatter(params);
    const file = relative(sources.siteDir, params.filePath).replaceAll('\\', '/');
    const identity = identifyPage(file, sources.sourceLocale);
    if (!identity) return parsed;
    const locale = process.env.DOCUSAURUS_CURRENT_LOCALE ?? identity.locale;
    const verifications = readVerifications(join(sources.siteDir, 'verified'));
    const data: PageData = {
      id: identity.id,
      pages: infosBeside(params.filePath, sources),
      records:
        verifications.length > 0 ? recordsOf(packTrust(verifications, locale), identity.id) : undefined,
    };
    const description = parsed.frontMatter.description ?? firstSentence(parsed.content);
    const described = description === undefined ? {} : { description };
    return { ...parsed, frontMatter: { ...parsed.frontMatter, ...described, tejunPage: data } };
  };
}

/** Of the pages in the folder of a page, by their ids. */
function infosBeside(path: string, sources: Sources): PageData['pages'] {
  const folder = dirname(path);
  const entries = readdirSync(folder)
    .filter((name) => /^[^_.].*\.mdx?$/.test(name))
    .flatMap((name) => {
      const file = relative(sources.siteDir, join(folder, name)).replaceAll('\\', '/');
      const identity = identifyPage(file, sources.sourceLocale);
      if (!identity) return [];
      const info = pageInfoOf(readPage(readFileSync(join(folder, name), 'utf8'), identity).page, sources);
      return info ? [[identity.id, info] as const] : [];
    });
  return Object.fromEntries(entries);
}

/** The first line of plain prose, where Docusaurus would take a heading with its anchor. */
function firstSentence(content: string): string | undefined {
  const prose = content.replace(/^(`{3,}|~{3,})[\s\S]*?^\1.*$/gm, '');
  const line = prose
    .split('\n')
    .find((one) => /^[^\s#<>{}:|`*\-\d]/.test(one) && !/^(?:import|export)\s/.test(one));
  return line
    ?.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .trim();
}
