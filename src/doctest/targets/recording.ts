import { type Account, accountStrings } from '../../aws/sandbox/index.ts';
import {
  createPractice,
  HOME,
  playFrom,
  recordedAccountData,
  startingEnvironment,
  startingFiles,
  WORKING_DIRECTORY,
} from '../../practice/index.ts';
import type { Page, Step } from '../../procedure/index.ts';
import { ageProblem } from '../../recording/files/index.ts';
import { RecordedPages } from '../../recording/index.ts';
import { createSimulatedShell } from '../../shell/index.ts';
import { publishedKey } from '../recording/scrub/index.ts';
import { answersOf } from './recorded-answers.ts';
import type { FromRecording, TargetOpener } from './types.ts';

/** Files of the home, with the key that stands for every key in recordings. */
const publishedFiles = (account: Account) =>
  startingFiles(
    { key: publishedKey, userKeys: account.users.map(({ name }) => ({ ...publishedKey, userName: name })) },
    account,
  );

/** The simulated shell, in which a recording answers for `aws`. There is no account, no CLI and no network. */
export const openRecording: TargetOpener<FromRecording> = async (target, { account, updatesExamples }) => {
  const pages = new RecordedPages(answersOf(target.root), new Date(target.now));
  const { clock, player } = pages;
  const shell = createSimulatedShell({
    ...{ home: HOME, cwd: WORKING_DIRECTORY, files: publishedFiles(account), env: startingEnvironment },
    aws: player.aws,
    transport: () => Promise.reject(new Error('A recording is replayed without a network.')),
    wall: clock.account,
    account: clock.account,
  });
  const accountDataOf = recordedAccountData(pages, accountStrings(account));
  const practice = createPractice({ shell, clock, accountDataOf, updatesExamples });
  const play = playFrom(pages, practice.run);
  return {
    run: async (page: Page, step: Step) => {
      const outcome = await play(page, step);
      const age = pages.isFirstCall(page, step) ? ageProblem(pages.recordingOf(page), target) : undefined;
      if (!age || outcome.status !== 'passed') return outcome;
      const { output, verdict } = outcome;
      if (output && target.mustBeFresh) return { status: 'failed', reason: age, output };
      if (!verdict) return outcome;
      const notices = [...verdict.notices, { path: 'recording', message: age }];
      return { ...outcome, verdict: { ...verdict, notices } };
    },
    close: () => shell.close(),
  };
};
