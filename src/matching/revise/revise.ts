import type { ResultExample } from '../../procedure/types.ts';
import { ComparisonState } from '../comparison.ts';
import { formatOf } from '../formats/index.ts';
import { match, printedOn } from '../match.ts';
import { asTerminal } from '../screen.ts';
import { trimmedLines } from '../text/lines.ts';
import type { Actual, DifferenceKind, MatchContext, Verdict } from '../types.ts';
import { createMaskForPage } from './mask-for-page.ts';
import { reviseJson } from './revise-json.ts';
import { reviseError, reviseLines, reviseTable } from './revise-text.ts';
import type { RevisionContext } from './types.ts';

/** The example with what was printed, and the verdict on it; or why it must not be written, in one sentence. */
export type Revision = { readonly body: string; readonly verdict: Verdict } | { readonly refusal: string };

/** Differences that make a text stale. Any other means that the step did something else than the page shows. */
const STALE: readonly DifferenceKind[] = ['value', 'missing', 'unexpected'];

/**
 * Writes into an example what was printed, where that is of the same kind and only its text is stale. Values that
 * may vary, elisions and the layout stay as they are in the page; new ids of accounts, keys and secrets are masked.
 */
export function revise(example: ResultExample, ran: Actual, context: MatchContext): Revision {
  const actual = asTerminal(ran);
  const verdict = match(example, actual, context);
  if (verdict.passed) return { body: example.body, verdict };
  const wrong = verdict.differences.find(({ kind }) => !STALE.includes(kind));
  if (wrong) return { refusal: wrong.message };
  const form = formatOf(example);
  const printed = printedOn(actual, example.from ?? form.stream);
  if (printed.trim() === '') return { refusal: 'Nothing was printed where the example shows something.' };
  const comparison = new ComparisonState(context, { mode: example.match });
  const revision: RevisionContext = { comparison, publish: createMaskForPage(example.body, comparison) };
  const body = bodyOf(form.name, example.body, printed, revision);
  if (body === undefined) return { refusal: 'It leaves rows out, which only a writer can do anew.' };
  return proven({ ...example, body }, actual, context);
}

function bodyOf(form: string, body: string, printed: string, revision: RevisionContext): string | undefined {
  switch (form) {
    case 'json':
      return reviseJson(body, printed, revision);
    case 'table':
      return reviseTable(body, printed, revision);
    case 'AWS error':
    case 'client error':
      return reviseError(body, printed, revision);
    default:
      return reviseLines(body, printed, revision);
  }
}

/** Whatever was written, it must pass. */
function proven(example: ResultExample, actual: Actual, context: MatchContext): Revision {
  const verdict = match(example, actual, context);
  if (verdict.passed) return { body: example.body, verdict };
  return { refusal: `It would not fit even when rewritten: ${verdict.differences[0]?.message}` };
}

const START = { line: 1, column: 1, offset: 0 };
const NOWHERE = { start: START, end: START };

/** The language of the fence that shows a text. */
export const formOf = (body: string): ResultExample['form'] => (isJson(body) ? 'json' : 'text');

/**
 * Writes the result example of a step that has none: what it printed on stdout, with ids of accounts and keys, secrets and
 * tokens masked. Returns undefined where it printed nothing, or where the example would not pass.
 */
export function addExample(
  ran: Actual,
  context: MatchContext,
): Extract<Revision, { body: string }> | undefined {
  const printed = trimmedLines(asTerminal(ran).stdout).join('\n');
  if (printed.trim() === '' || ran.exitCode !== 0) return undefined;
  const body = createMaskForPage('', new ComparisonState(context))(printed);
  const example: ResultExample = { form: formOf(body), body, span: NOWHERE, bodySpan: NOWHERE };
  const verdict = match(example, ran, context);
  return verdict.passed ? { body, verdict } : undefined;
}

function isJson(body: string): boolean {
  if (!/^\s*[{[]/.test(body)) return false;
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
