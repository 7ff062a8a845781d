import { resultsOf } from './run-facts.ts';
import type { Page, RunnableStep, Step } from './types.ts';

/**
 * Hashes the steps of a page to 11 characters of base 36. Other steps or examples give another hash; other prose,
 * positions or translations do not. It shows that data kept about a page is out of date; it is not for security.
 */
export function fingerprint(page: Page): string {
  // Labels of variables are translated.
  const variables = page.variables.map(({ name, default: standard }) => [name, standard]);
  return hash(JSON.stringify([page.account, page.requires, variables, page.steps.map(essence)]));
}

/** Gives the fingerprint that versions up to 0.1 kept for a page, which differed by language. */
export function formerFingerprint(page: Page): string {
  return hash(JSON.stringify([page.account, page.requires, page.variables, page.steps.map(essence)]));
}

function essence(step: Step): unknown {
  if (step.role === 'elapse') return [step.id, step.role, step.durationMs];
  const result = 'result' in step ? step.result : undefined;
  const example = result && [result.form, result.body, result.match, result.from, result.exit];
  const shows = step.role === 'command' && step.shows !== undefined ? [step.shows] : [];
  const answers = step.input ? [step.input] : [];
  return [step.id, step.role, step.script, step.skip, example, ...shows, ...answers, ...conditionsOf(step)];
}

/** Nothing where there are none, so that the hash of a page without them stays as it was. */
function conditionsOf(step: RunnableStep): unknown[] {
  const results = resultsOf(step);
  const conditions = [step, ...results].map(({ only, not }) => [only, not]);
  const isConditional = conditions.some(([only, not]) => only ?? not);
  const others = results.slice(1).map(({ form, body, match, from, exit }) => [form, body, match, from, exit]);
  return [...(isConditional ? [conditions] : []), ...(others.length > 0 ? [others] : [])];
}

/** Two FNV-1a hashes of 32 bits with different beginnings, side by side. */
export function hash(text: string): string {
  let [low, high] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x01000193) ^ (low >>> 15);
  }
  return ((high >>> 0) * 2 ** 21 + ((low >>> 0) % 2 ** 21)).toString(36).padStart(11, '0');
}
