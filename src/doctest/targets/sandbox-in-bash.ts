import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { proxyVariables, type ServedSandbox, serveSandbox } from '../../aws/sandbox/http/index.ts';
import { accountStrings } from '../../aws/sandbox/index.ts';
import {
  createPractice,
  HOME,
  type Practice,
  startingEnvironment,
  startingFiles,
  WORKING_DIRECTORY,
} from '../../practice/index.ts';
import {
  openBashShell,
  openSessionDirectory,
  programFolders,
  type SessionDirectory,
} from '../../shell/bash/index.ts';
import { CallLog } from '../recording/journal/index.ts';
import { Recorder, sensitiveKeys } from '../recording/recorder.ts';
import { followAccountClock } from './account-clock.ts';
import { recordSession } from './record-session.ts';
import { tmpfsFolder } from './tmpfs.ts';
import type { SandboxInBash, TargetOpener } from './types.ts';

/** Port of the sandbox as seen from inside the confinement. */
const INSIDE_PORT = 4599;

/** An account of the session's own, served to a bash of its own. */
export const openSandboxInBash: TargetOpener<SandboxInBash> = async (tools, start) => {
  const { account, seed, updatesExamples } = start;
  // The recording is not scrubbed yet.
  const folder = await openSessionDirectory(tools.records ? tmpfsFolder(true) : undefined);
  const upstream = tools.upstream === undefined ? undefined : new URL(tools.upstream);
  const socket = join(folder.path, 'sandbox.sock');
  const served = await serveSandbox({ account, seed, listen: tools.isConfined ? socket : 0, upstream });
  const journal = tools.records ? new CallLog(tools.aws, join(folder.path, 'journal')) : undefined;
  try {
    const aws = journal?.shim ?? tools.aws;
    const shell = await openBashShell({
      ...{
        folder,
        home: HOME,
        cwd: WORKING_DIRECTORY,
        files: startingFiles({ key: served.readerKey, userKeys: served.userKeys }, account),
      },
      env: { ...startingEnvironment, PATH: tools.path, ...(await supply(folder, served, { ...tools, aws })) },
      confinement: tools.isConfined
        ? {
            gateway: { port: INSIDE_PORT, socket },
            writable: journal && [journal.folder],
            readable: await programFolders(tools.aws),
          }
        : undefined,
    });
    const accountData = { strings: accountStrings(account), compare: 'equal' } as const;
    const clock = await followAccountClock(folder, served.clock, tools.path);
    const practice = onlyWhatIsServed(
      createPractice({ shell, clock, accountDataOf: () => accountData, updatesExamples }),
      upstream,
    );
    const session = { ...practice, close: () => practice.close().finally(() => served.close()) };
    if (!journal) return session;
    const recorder = new Recorder(journal, {
      scrub: { known: served.userKeys.flatMap(sensitiveKeys), published: accountData.strings },
      home: { real: folder.home, shown: HOME },
    });
    return recordSession(session, recorder, clock);
  } catch (error) {
    await folder.reaper.close();
    await served.close();
    throw error;
  }
};

/** Skips the pages that say that the sandbox has not what they need, unless an emulator may have it. */
function onlyWhatIsServed(practice: Practice, upstream: URL | undefined): Practice {
  const reason =
    'the page is run from its recording, as the sandbox has not what it needs: leave --shell bash out, or add --upstream URL';
  return {
    ...practice,
    run: async (page, step, typed) =>
      page.target === 'recording' && !upstream
        ? { status: 'skipped', reason }
        : practice.run(page, step, typed),
  };
}

/** The AWS CLI, and what leads it to the sandbox. @returns the variables that scripts need for it. */
async function supply(
  { readonly }: SessionDirectory,
  { certificate, url }: ServedSandbox,
  { aws, isConfined }: SandboxInBash,
): Promise<Record<string, string>> {
  await symlink(aws, join(readonly, 'bin/aws'));
  const ca = join(readonly, 'ca.pem');
  await writeFile(ca, certificate);
  return proxyVariables(isConfined ? `http://127.0.0.1:${INSIDE_PORT}` : url, ca);
}
