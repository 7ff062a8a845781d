import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import ts from 'typescript';
import { nodesOf, PROJECT, sourcesIn } from './sources.ts';

export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** Files that have it, from the project's folder. */
  readonly files: readonly string[];
}

/** Finds every literal of a regular expression in the sources, each once. */
export function literalsOf(...folders: readonly string[]): Expression[] {
  const found = new Map<string, { source: string; flags: string; files: Set<string> }>();
  for (const file of folders.flatMap((folder) => sourcesIn(join(PROJECT, folder)))) {
    for (const literal of literalsIn(file)) {
      const end = literal.lastIndexOf('/');
      const [source, flags] = [literal.slice(1, end), literal.slice(end + 1)];
      const known = found.get(literal) ?? { source, flags, files: new Set() };
      known.files.add(relative(PROJECT, file));
      found.set(literal, known);
    }
  }
  return [...found.values()].map(({ files, ...expression }) => ({ ...expression, files: [...files] }));
}

const literalsIn = (file: string): string[] =>
  nodesOf(file, ts.isRegularExpressionLiteral).map((node) => node.getText());

export const written = ({ source, flags }: Pick<Expression, 'source' | 'flags'>): string =>
  `/${source}/${flags}`;

/** Names an expression in the list of those that are proved. */
export const digestOf = (expression: Expression): string =>
  createHash('sha256').update(written(expression)).digest('hex').slice(0, 12);

const SINGLE: ReadonlySet<string> = new Set(['Character', 'CharacterSet', 'CharacterClass']);

/**
 * Tells whether the form alone shows that the time is linear: nothing repeats without end, or one character does, in one
 * place, in an expression that begins at the start of the text only.
 */
export function isLinearByForm({ source, flags }: Pick<Expression, 'source' | 'flags'>): boolean {
  const unicode = flags.includes('u');
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode });
  const loops: AST.Quantifier[] = [];
  visitRegExpAST(pattern, {
    onQuantifierEnter: (quantifier) => {
      if (quantifier.max === Number.POSITIVE_INFINITY) loops.push(quantifier);
    },
  });
  const [loop, another] = loops;
  if (!loop) return true;
  if (another || !SINGLE.has(loop.element.type) || isInside(loop, 'Quantifier')) return false;
  return flags.includes('y') || (!flags.includes('m') && pattern.alternatives.every(beginsAtStart));
}

const beginsAtStart = ({ elements: [first] }: AST.Alternative): boolean =>
  first?.type === 'Assertion' && first.kind === 'start';

function isInside(node: AST.Node, type: AST.Node['type']): boolean {
  for (let above = node.parent; above; above = above.parent) if (above.type === type) return true;
  return false;
}
