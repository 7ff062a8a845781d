import type { Code, Root } from 'mdast';
import { say } from '../language/say.ts';
import { readElapse } from './elapse.ts';
import { type Fence, readFence, swallowedFence } from './fence.ts';
import { readResultAttributes, readStepAttributes } from './fence-attributes.ts';
import { classifyFence } from './fence-kind.ts';
import { writingScript } from './file-step.ts';
import { parseJson } from './json/index.ts';
import type { ProblemReporter } from './problems.ts';
import { headingText, relevantNodes } from './relevant-nodes.ts';
import { findOpenEnd } from './shell-scanner.ts';
import type { SourceText } from './source-text.ts';
import type { Position, ResultExample, RunnableStep, Step } from './types.ts';

/** A step on its way: its id may still be missing, its result example still to come. */
type Draft<S extends Step = Step> = S extends Step
  ? { -readonly [Key in keyof S]: Key extends 'id' ? string | undefined : S[Key] }
  : never;

export interface FoundSteps {
  readonly steps: readonly Step[];
  /** The first heading of the page, as plain text. */
  readonly firstHeading?: string;
  /** Shell fences that do not say what they are for, where the options allow them. */
  readonly unmarked: readonly { readonly lang: string; readonly place: Position }[];
}

/** Step that a result example right after it would belong to. */
type Before =
  | { readonly kind: 'step'; readonly step: Draft<RunnableStep> }
  | { readonly kind: 'elapse' | 'nothing' }
  /** Something wrong, and reported: a result example after it is no further problem. */
  | { readonly kind: 'unsure' };

/** Collects the steps of a page in reading order, with ids; what is wrong goes to the reporter. */
export function findSteps(
  tree: Root,
  source: SourceText,
  reporter: ProblemReporter,
  allowUnmarked: boolean,
): FoundSteps {
  const drafts: Draft[] = [];
  const unmarked: FoundSteps['unmarked'][number][] = [];
  const headings: { depth: number; text: string }[] = [];
  let firstHeading: string | undefined;
  let before: Before = { kind: 'nothing' };
  const texts = () => headings.map((heading) => heading.text);

  const readCode = (node: Code): Before => {
    const fence = readFence(node, source);
    if (!fence) return before;
    if (reportUnclosed(fence, reporter)) return { kind: 'unsure' };
    const use = classifyFence(fence, reporter);
    switch (use.kind) {
      case 'step': {
        const step = readStep(fence, use.role, texts(), reporter);
        drafts.push(step);
        return { kind: 'step', step };
      }
      case 'result':
        addResult(before, readResult(fence, use.form, reporter), reporter);
        return before;
      case 'unmarked':
        if (!allowUnmarked) {
          reporter.report(fence.span.start, 'unmarked-fence', fence.info.lang);
          return { kind: 'unsure' };
        }
        unmarked.push({ lang: fence.info.lang, place: fence.span.start });
        return { kind: 'nothing' };
      case 'wrong':
        return fence.info.words.includes('result') ? before : { kind: 'unsure' };
      case 'plain':
        return before;
    }
  };

  for (const node of relevantNodes(tree)) {
    if (node.type === 'heading') {
      const text = headingText(node, source);
      firstHeading ??= text || undefined;
      while ((headings.at(-1)?.depth ?? 0) >= node.depth) headings.pop();
      headings.push({ depth: node.depth, text });
    } else if (node.type === 'code') before = readCode(node);
    else {
      const elapse = readElapse(node, source, reporter);
      if (elapse) drafts.push({ role: 'elapse', headings: texts(), ...elapse, id: elapse.id });
      before = { kind: elapse ? 'elapse' : 'unsure' };
    }
  }
  return { steps: withIds(drafts, reporter), firstHeading, unmarked };
}

function reportUnclosed(fence: Fence, reporter: ProblemReporter): boolean {
  const line = swallowedFence(fence);
  if (fence.closed && line === undefined) return false;
  const next = line === undefined ? undefined : fence.placeInBody(line, 1).line;
  reporter.report(fence.span.start, 'unclosed-fence', fence.marker, next);
  return true;
}

function readStep(
  fence: Fence,
  role: RunnableStep['role'],
  headings: readonly string[],
  reporter: ProblemReporter,
): Draft<RunnableStep> {
  if (role === 'file') return readFileStep(fence, headings, reporter);
  const { id, ...attributes } = readStepAttributes(fence, ['step'], reporter);
  if (attributes.shows !== undefined && role !== 'command')
    reporter.report(fence.placeOf('shows='), 'misplaced-attribute', 'shows', say`a "bash command" fence`);
  if (fence.body.trim() === '') reporter.report(fence.span.start, 'empty-script', role);
  const open = findOpenEnd(fence.body);
  if (open) {
    const place = fence.placeInBody(open.line, open.column);
    if (open.kind === 'heredoc') reporter.report(place, 'unterminated-heredoc', open.delimiter);
    else reporter.report(place, 'unterminated-quote', open.quote);
  }
  const { span, bodySpan, body: script } = fence;
  return { id, role, headings, script, span, bodySpan, ...attributes };
}

function readFileStep(
  fence: Fence,
  headings: readonly string[],
  reporter: ProblemReporter,
): Draft<RunnableStep> {
  const {
    id,
    shows,
    input,
    name = 'file',
    ...attributes
  } = readStepAttributes(fence, ['step', 'file'], reporter);
  if (input !== undefined)
    reporter.report(fence.placeOf('input='), 'misplaced-attribute', 'input', say`a "bash" fence with a role`);
  if (shows !== undefined)
    reporter.report(fence.placeOf('shows='), 'misplaced-attribute', 'shows', say`a "bash command" fence`);
  const { span, bodySpan, body: content } = fence;
  const script = writingScript(name, content);
  return { id, role: 'file', headings, script, name, content, span, bodySpan, ...attributes };
}

function readResult(fence: Fence, form: ResultExample['form'], reporter: ProblemReporter): ResultExample {
  const attributes = readResultAttributes(fence, reporter);
  const parsed = form === 'json' ? parseJson(fence.body, 'example') : undefined;
  if (parsed && 'fault' in parsed) {
    const { line, offset, reason } = parsed.fault;
    const column = offset - fence.body.lastIndexOf('\n', offset - 1);
    reporter.report(fence.placeInBody(line, column), 'result-not-json', reason);
  }
  return { form, body: fence.body, span: fence.span, bodySpan: fence.bodySpan, ...attributes };
}

function addResult(before: Before, result: ResultExample, reporter: ProblemReporter): void {
  const place = result.span.start;
  if (before.kind === 'unsure') return;
  if (before.kind !== 'step') {
    reporter.report(place, before.kind === 'elapse' ? 'result-after-elapse' : 'result-without-step');
    return;
  }
  const { step } = before;
  if (step.role !== 'command' && step.role !== 'check') {
    reporter.report(place, 'result-of-silent-step', fenceOf(step), step.span.start.line);
  } else if (step.role === 'command' && step.shows !== undefined)
    reporter.report(place, 'result-beside-shows', step.span.start.line);
  else if (!step.result) step.result = result;
  else if (isDistinguished(result) && isDistinguished(step.result))
    step.alternatives = [...(step.alternatives ?? []), result];
  else reporter.report(place, 'second-result', step.result.span.start.line);
}

/** Of several results of a step, each says when it is printed. */
const isDistinguished = ({ only, not, case: when }: ResultExample): boolean =>
  only !== undefined || not !== undefined || when !== undefined;

const fenceOf = (step: Draft<RunnableStep>): string =>
  step.role === 'file' ? `file=${step.name}` : `bash ${step.role}`;

/** Gives each step its id; an automatic one must not meet one that a writer chose. */
function withIds(drafts: readonly Draft[], reporter: ProblemReporter): Step[] {
  const lines = new Map<string, number>();
  for (const { id, span } of drafts) {
    if (id === undefined) continue;
    const taken = lines.get(id);
    if (taken === undefined) lines.set(id, span.start.line);
    else reporter.report(span.start, 'duplicate-id', id, taken);
  }
  return drafts.map((draft, index) => {
    const automatic = `step-${index + 1}`;
    if (draft.id === undefined && lines.has(automatic)) {
      const chosen = drafts.find(({ id }) => id === automatic);
      if (chosen) reporter.report(chosen.span.start, 'automatic-id', automatic, draft.span.start.line);
    }
    return { ...draft, id: draft.id ?? automatic };
  });
}
