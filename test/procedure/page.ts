import type { Code } from 'mdast';
import { type Fence, readFence } from '../../src/procedure/fence.ts';
import type { PageIdentity, Problem, Step } from '../../src/procedure/index.ts';
import { parseMarkdown } from '../../src/procedure/parse-mdx.ts';
import { relevantNodes } from '../../src/procedure/relevant-nodes.ts';
import { indexSource } from '../../src/procedure/source-text.ts';

export const IDENTITY: PageIdentity = { id: 'course/page', file: 'docs/course/page.mdx', locale: 'ja' };

/** Code and place of each problem: `unknown-role 3:8`. */
export const placed = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, line, column }) => `${code} ${line}:${column}`);

/** The fences of a page of plain Markdown. */
export function fencesOf(text: string): Fence[] {
  const source = indexSource(text);
  return relevantNodes(parseMarkdown(text)).flatMap((node) => readFence(node as Code, source) ?? []);
}

/** A fence with this info string and body. */
export function fenceOf(info: string, body = 'true'): Fence {
  const [fence] = fencesOf(`\`\`\`${info}\n${body}\n\`\`\`\n`);
  if (!fence) throw new Error('no fence');
  return fence;
}

export const rolesOf = (steps: readonly Step[]): string[] => steps.map(({ id, role }) => `${id}: ${role}`);
