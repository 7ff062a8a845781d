import { relative } from 'node:path';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import {
  type ExtractOptions,
  extractPage,
  formatProblem,
  type PageIdentity,
  type Problem,
} from '../../src/procedure/index.ts';
import { identifyPage } from '../../src/project/index.ts';
import { markSteps } from './mark-steps.ts';

export interface RemarkTejunOptions extends ExtractOptions {
  /** The project's root; by default where the process runs. */
  readonly siteDir?: string;
  /** The locale whose pages stand in docs/; `ja` by default. */
  readonly sourceLocale?: string;
}

/**
 * Marks the fences of a page for the theme and hides what is run unseen.
 *
 * Before: a fence "bash command id=list timeout=5s title=..."; after: "title=... tejun-role=command tejun-id=list".
 * Fences of the roles setup and cleanup are taken out, and `<Elapse>` learns which step it is.
 *
 * Throws one error that lists all that is wrong in the page. Docusaurus: put it into `remarkPlugins` or
 * `beforeDefaultRemarkPlugins`; import it into the configuration, so that a change restarts the site.
 */
export default function remarkTejun(options: RemarkTejunOptions = {}) {
  return (tree: Root, file: VFile): void => {
    const identity = identify(file, options);
    const { page, problems, warnings } = extractPage(tree, String(file.value), identity, options);
    for (const warning of warnings) {
      process.stderr.write(`[WARNING] ${formatProblem(warning)}\n`);
      file.message(warning.message, { line: warning.line, column: warning.column });
    }
    if (!page) throw new Error(summary(identity.file, problems));
    markSteps(tree, page.steps);
  };
}

function identify(file: VFile, { siteDir, sourceLocale = 'ja' }: RemarkTejunOptions): PageIdentity {
  const path = relative(siteDir ?? file.cwd, file.path).replaceAll('\\', '/');
  // Pages outside docs/ (src/pages, a blog) have no course; their fences are marked all the same.
  return (
    identifyPage(path, sourceLocale) ?? { id: path.replace(/\.mdx?$/, ''), file: path, locale: sourceLocale }
  );
}

function summary(file: string, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return `${count} in ${file}:\n\n${problems.map(formatProblem).join('\n')}\n`;
}
