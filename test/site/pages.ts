import { existsSync, readdirSync, readFileSync } from 'node:fs';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const folders = { ja: 'docs', en: 'i18n/en/docusaurus-plugin-content-docs/current' };

export type Locale = keyof typeof folders;

export const locales = Object.keys(folders) as Locale[];

/** Block of a page: a fence with a role, or `<Elapse>`. */
export interface Block {
  readonly role: string;
  readonly body: string;
  /** Name of the file that its reader makes of it. */
  readonly file?: string;
}

const fileOf = (id: string, locale: Locale) => `${folders[locale]}/${id}.mdx`;

export const isTranslated = (id: string, locale: Locale) => existsSync(fileOf(id, locale));

/** A page as a locale shows it: one that is not translated is shown in Japanese, as Docusaurus does. */
export function source(id: string, locale: Locale): string {
  return readFileSync(fileOf(id, isTranslated(id, locale) ? locale : 'ja'), 'utf8');
}

/** Every page there is, course by course, each in the order of its sidebar. */
export const pageIds: readonly string[] = readdirSync(folders.ja, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => name.replaceAll('\\', '/').replace(/\.mdx$/, ''))
  .sort((a, b) => courseOf(a).localeCompare(courseOf(b)) || position(a) - position(b));

/** Those of courses, on which something is practised: a folder without an overview is no course. */
export const procedureIds = pageIds.filter(
  (id) => !id.endsWith('/index') && pageIds.includes(`${courseOf(id)}/index`),
);

function courseOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

function position(id: string): number {
  return Number(/^sidebar_position: (\d+)$/m.exec(source(id, 'ja'))?.[1]);
}

/** The blocks of a page, read without any code of ours: what the site and doctest make of it is tested against this. */
export function blocks(id: string, locale: Locale): Block[] {
  const found: Block[] = [];
  visit(parse(source(id, locale)), (node) => {
    if (node.type === 'code') {
      const role = shownRole(node.meta);
      const file = /^file=(\S+)/.exec(node.meta ?? '')?.[1];
      if (file) found.push({ role: 'file', body: node.value, file });
      else if (role) found.push({ role, body: node.value });
    }
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Elapse') {
      const [attribute] = node.attributes;
      found.push({ role: 'elapse', body: String(attribute?.value) });
    }
  });
  return found;
}

/** The role that a fence names; undefined for one that runs unseen, and for one that is documentation only. */
function shownRole(meta: string | null | undefined): string | undefined {
  return /^(?:env|check|command|result)(?= |$)/.exec(meta ?? '')?.[0];
}

/** The anchors that the headings of a page name for themselves. */
export function anchors(id: string, locale: Locale): string[] {
  return [...source(id, locale).matchAll(/^#+ .*\{\/\* #([\w-]+) \*\/\}$/gm)].map(
    ([, anchor]) => anchor ?? '',
  );
}

export function headingCount(id: string, locale: Locale): number {
  let count = 0;
  visit(parse(source(id, locale)), 'heading', () => {
    count += 1;
  });
  return count;
}

function parse(text: string) {
  return unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter).use(remarkDirective).parse(text);
}
