import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { type Account, accountStrings } from '../../aws/sandbox/index.ts';
import {
  createPractice,
  HOME,
  type PracticeClock,
  startingEnvironment,
  startingFiles,
  WORKING_DIRECTORY,
} from '../../practice/index.ts';
import { isCleanUp } from '../../project/layout.ts';
import {
  openBashShell,
  openSessionDirectory,
  programFolders,
  type SessionDirectory,
} from '../../shell/bash/index.ts';
import {
  assertAccountAllowed,
  findCaller,
  isInterrupted,
  type LiveCaller,
  networkVariables,
  proxyPasswords,
  redactOutcomes,
  trustedCertificates,
  withSafeguards,
} from '../live/index.ts';
import { CallLog } from '../recording/journal/index.ts';
import { Recorder, sensitiveKeys } from '../recording/recorder.ts';
import { Scrubber } from '../recording/scrub/index.ts';
import { recordSession } from './record-session.ts';
import { tmpfsFolder } from './tmpfs.ts';
import type { LiveAccount, SessionStart, TargetSession } from './types.ts';

/** Real time, which a test may let pass faster. */
export interface LiveOptions {
  readonly now?: () => Date;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** How often a long wait looks whether it is still wanted. */
const POLL_INTERVAL_MS = 500;

/** How scripts reach AWS. Certificates are put where a confined bash can read them. */
async function network({ readonly }: SessionDirectory): Promise<Record<string, string>> {
  const certificates = trustedCertificates(process.env);
  const bundle = certificates && join(readonly, 'ca.pem');
  if (bundle) await writeFile(bundle, certificates);
  return networkVariables(process.env, bundle);
}

/** @throws Error that tells of no account: reports hold it */
async function confirmCaller({ accountId }: LiveAccount, account: Account): Promise<LiveCaller> {
  try {
    const caller = await findCaller(process.env);
    assertAccountAllowed(caller, accountId);
    return caller;
  } catch (error) {
    const message = (error as Error).message.replace(/ Nothing was run\.$/, ''); // something may have been
    const scrubber = new Scrubber({ account: { id: accountId, published: account.id } });
    scrubber.learn(message);
    throw new Error(`The credentials do not serve any more. ${scrubber.scrub(message)}`);
  }
}

/**
 * A bash with the credentials of this process, in the account that was named. They are asked for again, and checked
 * again: what was found out before the run was found out of other keys, if the ones of a profile have changed since.
 */
export async function openLive(
  target: LiveAccount,
  { account, updatesExamples }: SessionStart,
  { now = () => new Date(), wait = pass }: LiveOptions = {},
): Promise<TargetSession> {
  const { accountId, credentials } = await confirmCaller(target, account);
  // Keys touch no disk where the platform has another place; the folder goes whatever ends this process.
  const folder = await openSessionDirectory(tmpfsFolder(target.records ?? false));
  const journal = target.records ? new CallLog(target.aws, join(folder.path, 'journal')) : undefined;
  const isOver = (): boolean => isInterrupted(target.logbook);
  const clock: PracticeClock = {
    account: now,
    elapse: async (milliseconds) => {
      for (const end = now().getTime() + milliseconds; now().getTime() < end && !isOver(); )
        await wait(Math.min(POLL_INTERVAL_MS, end - now().getTime()));
    },
  };
  try {
    await symlink(journal?.shim ?? target.aws, join(folder.readonly, 'bin/aws'));
    const shell = await openBashShell({
      ...{ folder, home: HOME, cwd: WORKING_DIRECTORY, files: startingFiles({ key: credentials }, account) },
      env: { ...startingEnvironment, PATH: target.path, ...(await network(folder)) },
      confinement: target.isConfined
        ? { writable: journal && [journal.folder], readable: await programFolders(target.aws) }
        : undefined,
    });
    const accountData = { strings: accountStrings(account), compare: 'form' } as const;
    const practice = createPractice({ shell, clock, accountDataOf: () => accountData, updatesExamples });
    const passwords = proxyPasswords(process.env).map((value) => ({ kind: 'secret', value }) as const);
    const scrub = {
      account: { id: accountId, published: account.id },
      known: [...sensitiveKeys(credentials), ...passwords],
      published: accountData.strings,
    };
    const told = redactOutcomes(practice, new Scrubber(scrub));
    const session = {
      ...withSafeguards(told, target),
      runsAnyway: isCleanUp,
    };
    if (!journal) return session;
    const recorder = new Recorder(journal, {
      scrub,
      home: { real: folder.home, shown: HOME },
    });
    return { ...session, ...recordSession(session, recorder, clock) };
  } catch (error) {
    await folder.reaper.close();
    throw error;
  }
}
