import type { Page, Step } from '../../../src/procedure/index.ts';
import { withoutFences } from '../without-fences.ts';

/** Seconds: to read a command, run it and compare what it printed; a rough guess, told to readers as one. */
const STEP_SECONDS: Readonly<Record<Exclude<Step['role'], 'elapse'>, number>> = {
  env: 15,
  check: 20,
  command: 30,
  file: 30,
  setup: 0,
  cleanup: 0,
};
/** Readers of Japanese take in some 500 characters a minute, readers of English some 1,100. */
const CHARACTERS_PER_MINUTE: Readonly<Record<string, number>> = { ja: 500 };
const OTHER_CHARACTERS_PER_MINUTE = 1_100;

/** How long a page takes, in whole minutes from 1, without what `<Elapse>` lets pass: that is fast-forwarded. */
export function estimateMinutes(page: Page, source: string): number {
  const steps = page.steps.reduce((sum, { role }) => sum + (role === 'elapse' ? 0 : STEP_SECONDS[role]), 0);
  const prose = withoutFences(source)
    .replace(/^---\n.*?\n---\n/s, '')
    .split('{/*')
    .map((part, index) => (index === 0 ? part : (part.split('*/}')[1] ?? '')))
    .join('')
    .replace(/\s+/g, ' ');
  const speed = CHARACTERS_PER_MINUTE[page.locale] ?? OTHER_CHARACTERS_PER_MINUTE;
  return Math.max(1, Math.round(steps / 60 + prose.length / speed));
}
