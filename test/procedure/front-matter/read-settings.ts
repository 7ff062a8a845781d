import type { Yaml } from 'mdast';
import { readFrontMatter } from '../../../src/procedure/front-matter/index.ts';
import { createReporter } from '../../../src/procedure/problems.ts';
import { indexSource } from '../../../src/procedure/source-text.ts';
import { placed } from '../page.ts';

const OPEN = 'tejun: { ';

/** Reads settings below `tejun:` on the first line; columns of problems are those of the settings. */
export function readSettings(settings: string) {
  const reporter = createReporter('page.mdx');
  const value = `${OPEN}${settings} }`;
  const point = { line: 0, column: 1, offset: 0 };
  const node: Yaml = { type: 'yaml', value, position: { start: point, end: point } };
  const frontMatter = readFrontMatter(node, indexSource(value), reporter);
  const problems = reporter.problems.map((problem) => ({ ...problem, column: problem.column - OPEN.length }));
  return { frontMatter, problems: placed(problems) };
}
