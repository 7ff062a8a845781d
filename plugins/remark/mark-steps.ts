import type { Code, Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import {
  isHidden,
  parseInfo,
  type ResultExample,
  type RunnableStep,
  resultsOf,
  type Step,
} from '../../src/procedure/index.ts';
import { type FenceMetadata, writeFenceMarks } from '../../src/site/fence-metadata.ts';

/** Content at a position of the page. */
type Placed =
  | { readonly kind: 'marked'; readonly marks: FenceMetadata }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'elapse'; readonly id: string; readonly number: string };

/** Writes the marks of `steps` into the tree they were extracted from. */
export function markSteps(tree: Root, steps: readonly Step[]): void {
  const shown = steps.filter((step) => !isHidden(step));
  const places = new Map(steps.flatMap((step) => placesOf(step, String(shown.indexOf(step) + 1))));
  visit(tree, (node, index, parent) => {
    const placed = places.get(keyOf(node.position?.start));
    if (!placed) return undefined;
    if (placed.kind === 'elapse') return nameStep(node, placed.id, placed.number);
    if (node.type !== 'code') return undefined;
    if (placed.kind === 'marked') return mark(node, placed.marks);
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

function placesOf(step: Step, number: string): [string, Placed][] {
  const here = keyOf(step.span.start);
  switch (step.role) {
    case 'elapse':
      return [[here, { kind: 'elapse', id: step.id, number }]];
    case 'setup':
    case 'cleanup':
      return [[here, { kind: 'hidden' }]];
    case 'env':
    case 'file':
      return [[here, { kind: 'marked', marks: marksOf(step, number) }]];
    case 'check':
    case 'command':
      return [
        [here, { kind: 'marked', marks: marksOf(step, number) }],
        ...resultsOf(step).map((result) => placeOfResult(step.id, result)),
      ];
  }
}

function marksOf(
  step: RunnableStep & { role: Exclude<FenceMetadata['role'], 'result'> },
  number: string,
): FenceMetadata {
  const { role, id, skip } = step;
  const input = step.input?.join('\n');
  return {
    role,
    id,
    number,
    skip,
    input,
    ...conditionsOf(step),
    ...(role === 'file' && { file: step.name }),
  };
}

function placeOfResult(id: string, result: ResultExample): [string, Placed] {
  const { span, match, reason, case: when } = result;
  const marks = { role: 'result', id, match, reason, case: when, ...conditionsOf(result) } as const;
  return [keyOf(span.start), { kind: 'marked', marks }];
}

const conditionsOf = ({ only, not }: RunnableStep | ResultExample): Pick<FenceMetadata, 'only' | 'not'> => ({
  only: only?.join(','),
  not: not?.join(','),
});

/** A line and column: offsets of parser and model differ where a source begins with a byte order mark. */
function keyOf(place: { readonly line: number; readonly column: number } | undefined): string {
  return place ? `${place.line}:${place.column}` : '';
}

function mark(node: Code, marks: FenceMetadata): void {
  const { docusaurus } = parseInfo(node.lang ?? '', node.meta ?? '');
  node.meta = [...docusaurus, writeFenceMarks(marks)].join(' ');
}

/** The theme's `<Elapse>` must know which step it is. */
function nameStep(node: Nodes, id: string, number: string): void {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
  node.attributes.push(
    { type: 'mdxJsxAttribute', name: 'step', value: id },
    { type: 'mdxJsxAttribute', name: 'number', value: number },
  );
}
