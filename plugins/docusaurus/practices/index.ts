import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { type Account, readAccount } from '../../../src/aws/sandbox/account/index.ts';
import { formatProblem, missingAccount, type Page } from '../../../src/procedure/index.ts';
import { accountFileOf, memoize } from '../../../src/project/index.ts';
import { readRecording } from '../../../src/recording/files/index.ts';
import { PACKAGE } from '../package-folder.ts';
import { inShownLanguage, type ReadDoc, readDocs } from '../read-docs.ts';
import { bundling } from './bundling.ts';
import { practiceOf } from './page-info.ts';
import { asModule, directory } from './practice-modules.ts';

/** Hands what is practised to the browser: pages and account of each practice, in a module that the first click loads. */
export default function practices(context: LoadContext): Plugin {
  return {
    name: 'tejun-practices',
    getPathsToWatch: () => [
      join(context.siteDir, 'docs/**/_*.yaml'),
      join(context.siteDir, 'test/recordings/**/*.json'),
    ],
    async allContentLoaded({ allContent, actions }) {
      const byPractice = groupByPractice(readDocs(allContent, context).flatMap(practised));
      const modules = await Promise.all(
        [...byPractice].map(async ([id, pages], index) => {
          const content = contentOf(id, pages, context);
          return { id, path: await actions.createData(`practice-${index}.js`, content) };
        }),
      );
      await actions.createData('practices.js', directory(modules));
    },
    // The frame of a page and the page itself both need it: else each would bring its own.
    getClientModules: () =>
      ['activation.ts', 'lazy-component.tsx'].map((name) => join(PACKAGE, 'src/components/Practice', name)),
    configureWebpack: bundling,
  };
}

const known = new Map<string, { readonly parts: readonly unknown[]; readonly content: string }>();

/** Writes the module of a practice; after a save that changed nothing of it, it is the one that was written before. */
function contentOf(id: string, pages: readonly Page[], context: LoadContext): string {
  const { siteDir, i18n } = context;
  const account = accountOf(siteDir, pages[0] as Page);
  const recordings = recordingsOf(siteDir, pages);
  const parts = [i18n.currentLocale, account, ...pages, ...recordings];
  const last = known.get(id);
  if (last?.parts.length === parts.length && parts.every((part, index) => part === last.parts[index]))
    return last.content;
  const shown = pages.map((page) => withoutPlaces(inShownLanguage(page, context)));
  const content = asModule({ id, account, pages: shown, ...(recordings.length > 0 && { recordings }) });
  known.set(id, { parts, content });
  return content;
}

/** Only pages on which something is run; one with problems is refused by the remark plugin, which says why. */
const practised = ({ page }: ReadDoc): Page[] => (page && page.steps.length > 0 ? [page] : []);

/** Recordings of the pages for which they answer. */
const recordingsOf = (siteDir: string, pages: readonly Page[]) =>
  pages.filter(({ target }) => target === 'recording').flatMap(({ id }) => readRecording(siteDir, id) ?? []);

const readAccountOnce = memoize(readAccount, (file) => file);

function groupByPractice(pages: readonly Page[]): Map<string, Page[]> {
  const groups = new Map<string, Page[]>();
  for (const page of pages) {
    const id = practiceOf(page);
    groups.set(id, [...(groups.get(id) ?? []), page]);
  }
  return groups;
}

function accountOf(siteDir: string, page: Page): Account {
  const file = accountFileOf(siteDir, page);
  const path = join(siteDir, file);
  if (!existsSync(path)) throw new Error(formatProblem(missingAccount(page, file)));
  const { account, problems } = readAccountOnce(readFileSync(path, 'utf8'), file);
  if (account) return account;
  throw new Error(problems.map(formatProblem).join('\n'));
}

/** Removes the positions of steps, which only writers use. */
function withoutPlaces(page: Page): Page {
  const places = ['span', 'bodySpan', 'requiresPlaces'];
  return JSON.parse(JSON.stringify(page, (key, value) => (places.includes(key) ? undefined : value)));
}
