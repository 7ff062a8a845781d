import { accountStrings } from '../../aws/sandbox/index.ts';
import {
  createPractice,
  HOME,
  startingEnvironment,
  startingFiles,
  WORKING_DIRECTORY,
} from '../../practice/index.ts';
import type { Page, Step } from '../../procedure/index.ts';
import { createSimulatedShell } from '../../shell/index.ts';
import { ageProblem, RecordedPages } from '../recording/replay/index.ts';
import { publishedKey } from '../recording/scrub/index.ts';
import type { FromRecording, TargetOpener } from './types.ts';

/** The simulated shell, in which a recording answers for `aws`. There is no account, no CLI and no network. */
export const openRecording: TargetOpener<FromRecording> = async (target, { account, revises }) => {
  const pages = new RecordedPages(target.root, new Date(target.now));
  const { clock, player } = pages;
  const shell = createSimulatedShell({
    ...{ home: HOME, cwd: WORKING_DIRECTORY, files: startingFiles(publishedKey), env: startingEnvironment },
    aws: player.aws,
    transport: () => Promise.reject(new Error('A recording is replayed without a network.')),
    wall: clock.account,
    account: clock.account,
  });
  /** Strings of the account file. Recorded values of another account stay as they are. */
  const strings = accountStrings(account);
  const practices = {
    sandbox: createPractice({ shell, clock, accountData: { strings, compare: 'equal' }, revises }),
    live: createPractice({ shell, clock, accountData: { strings, compare: 'form' }, revises }),
  };
  return {
    run: async (page: Page, step: Step) => {
      const recording = pages.begin(page, step);
      const outcome = await practices[recording?.provenance.target ?? 'sandbox'].run(page, step);
      const complaints = pages.end(page);
      const output = 'output' in outcome ? outcome.output : undefined;
      if (!output) return outcome;
      // Its output in place of a recorded result says nothing more.
      if (complaints.length > 0)
        return {
          status: 'failed',
          reason: complaints.join('\n'),
          output: { ...output, stdout: '', stderr: '' },
        };
      const age = pages.isFirstCall(page, step) ? ageProblem(recording, target) : undefined;
      if (!age || outcome.status !== 'passed') return outcome;
      if (target.mustBeFresh) return { status: 'failed', reason: age, output };
      const { verdict } = outcome;
      if (!verdict) return outcome;
      const notices = [...verdict.notices, { path: 'recording', message: age }];
      return { ...outcome, verdict: { ...verdict, notices } };
    },
    close: () => shell.close(),
  };
};
