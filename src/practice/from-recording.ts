import type { AccountData } from '../matching/index.ts';
import type { Page } from '../procedure/index.ts';
import type { RecordedPages } from '../recording/index.ts';
import type { Practice } from './types.ts';

/** Runs steps for which a recording answers: one that it does not answer fails, whatever was printed in its place. */
export const playFrom = (pages: RecordedPages, run: Practice['run']): Practice['run'] =>
  async function play(page, step, typed) {
    pages.begin(page, step);
    const outcome = await run(page, step, typed);
    const complaints = pages.end(page, step);
    const output = 'output' in outcome ? outcome.output : undefined;
    if (!output || complaints.length === 0) return outcome;
    // Its output in place of a recorded result says nothing more.
    const reason = complaints.join('\n');
    return { status: 'failed', reason, output: { ...output, stdout: '', stderr: '' } };
  };

/** Strings of the account file. Recorded values of another account than the sandbox stay as they are. */
export const recordedAccountData =
  (pages: RecordedPages, strings: AccountData['strings']) =>
  (page: Page): AccountData => {
    const { target = 'sandbox' } = pages.recordingOf(page)?.provenance ?? {};
    return { strings, compare: target === 'sandbox' ? 'equal' : 'form' };
  };
