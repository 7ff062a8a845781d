import { relative } from 'node:path';
import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import {
  type ExtractOptions,
  extractPage,
  formatProblem,
  includePartials,
  type PageIdentity,
  type Problem,
  relocate,
} from '../../src/procedure/index.ts';
import { identifyPage, readTextIfThere } from '../../src/project/index.ts';
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
export default function remarkTejun(this: unknown, options: RemarkTejunOptions = {}) {
  const parse = (file: VFile): Root => (this as Processor).parse(file) as Root;
  return (tree: Root, file: VFile): void => {
    const identity = identify(file, options);
    // The bundler watches what is imported.
    const keepsImports = process.env.NODE_ENV === 'development';
    const whole = includePartials(String(file.value), identity.file, reader(file, options), { keepsImports });
    if (whole.partials.length > 0) {
      file.value = whole.text;
      tree.children = parse(file).children;
    }
    const { page, ...extraction } = extractPage(tree, whole.text, identity, options);
    const { problems: found, warnings } = relocate(extraction, whole.text, identity.file);
    const problems = [...whole.problems, ...found];
    for (const warning of warnings) {
      process.stderr.write(`[WARNING] ${formatProblem(warning)}\n`);
      file.message(warning.message, { line: warning.line, column: warning.column });
    }
    // A partial is rendered as a part of the pages that show it.
    if (keepsImports && problems.length > 0 && problems.every(({ code }) => code === 'step-in-partial'))
      return;
    if (!page || problems.length > 0) throw new Error(summary(identity.file, problems));
    markSteps(tree, page.steps);
  };
}

/** Reads the files of the project that a page imports. */
const reader =
  ({ cwd }: VFile, { siteDir = cwd }: RemarkTejunOptions) =>
  (name: string): string | undefined =>
    readTextIfThere(siteDir, name)?.text;

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
