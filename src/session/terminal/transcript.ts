import type { Page } from '../../procedure/index.ts';
import { isHidden } from '../../procedure/run-facts.ts';
import type { ShellOutput } from '../../shell/index.ts';
import { outputOf, stepNumber } from '../session-state.ts';
import type { EventResult } from '../types.ts';
import { PROMPTS } from './prompt.ts';
import { withCarriageReturns } from './terminal-text.ts';
import type { TerminalTexts } from './types.ts';

/** Writes what a terminal shows of an event from elsewhere: from the page, or before a reload. */
export function transcriptOf(performed: EventResult, pages: readonly Page[], texts: TerminalTexts): string {
  const { event } = performed;
  if (event.kind === 'elapse') return `\x1b[90m${texts.elapsed(event.ms)}\x1b[39m\r\n`;
  if (event.kind === 'step' && isUnseen(performed, pages)) return '';
  const [first = '', ...more] = (typedScript(event) ?? event.script).split('\n');
  const command = [`${PROMPTS.first}${first}`, ...more.map((line) => `${PROMPTS.more}${line}`)];
  return `${command.join('\r\n')}\r\n${renderOutput(outputOf(performed), texts)}${markOf(performed, pages, texts)}`;
}

/** Returns the script of an event as its reader typed it; undefined where nothing was typed. */
export function typedScript(event: EventResult['event']): string | undefined {
  if (event.kind === 'typed') return event.script;
  return event.kind === 'step' ? event.typed?.script : undefined;
}

/** Below the output of a step that was typed: whether it is as expected. */
export function markOf(
  { event, outcome }: EventResult,
  pages: readonly Page[],
  texts: TerminalTexts,
): string {
  if (event.kind !== 'step' || !event.typed || !outcome || outcome.status === 'skipped') return '';
  const number = stepNumber(pages, event.ref);
  const isExpected = outcome.status === 'passed';
  return `\x1b[${isExpected ? 32 : 31}m${isExpected ? '✓' : '✗'} ${texts.judged(number, isExpected)}\x1b[39m\r\n`;
}

/**
 * Writes both streams, in the order in which they were printed where that is known; a line that the command left open is
 * closed, so that the prompt begins a line. `seen` of it is on the screen already.
 */
export function renderOutput(output: ShellOutput | undefined, texts: TerminalTexts, seen = ''): string {
  if (!output) return '';
  const { stdout, stderr, pieces, stopped, exitCode, ended } = output;
  const printed = pieces ? [pieces.map(({ text }) => text).join('')] : [stdout, stderr];
  const parts = [...unseen(printed, seen)];
  if (ended) parts.push(texts.ended);
  // The reader who stopped it knows.
  if (stopped !== undefined) parts.push(exitCode === INTERRUPTED ? '^C' : stopped);
  return parts
    .filter((part) => part !== '')
    .map((part) => withCarriageReturns(part.endsWith('\n') ? part : `${part}\n`))
    .join('');
}

/** Leaves out what was seen while the command ran; a line that it left open is closed where nothing follows. */
function unseen(parts: readonly string[], seen: string): readonly string[] {
  const whole = parts.join('');
  if (seen === '' || (whole !== '' && !whole.startsWith(seen))) return parts;
  const rest = whole.slice(seen.length);
  return [rest === '' && !seen.endsWith('\n') ? '\n' : rest];
}

/** 128 + SIGINT. */
const INTERRUPTED = 130;

/** Steps that run unseen on the page are not seen here. */
function isUnseen({ event }: EventResult, pages: readonly Page[]): boolean {
  if (event.kind !== 'step') return false;
  const page = pages.find(({ id }) => id === event.ref.page);
  const step = page?.steps.find(({ id }) => id === event.ref.step);
  return step !== undefined && isHidden(step);
}
