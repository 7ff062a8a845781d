import type { ResultExample } from '../../procedure/types.ts';
import { ComparisonState } from '../comparison.ts';
import { match } from '../match.ts';
import { asTerminal } from '../screen.ts';
import { trimmedLines } from '../text/trimmed-lines.ts';
import type { Actual, MatchContext } from '../types.ts';
import { createMaskForPage } from './mask-for-page.ts';
import type { Revision } from './revise.ts';

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
