import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createPractice,
  HOME,
  startingEnvironment,
  startingFiles,
  WORKING_DIRECTORY,
} from '../../practice/index.ts';
import { proxyVariables, type ServedSandbox, serveSandbox } from '../../sandbox/http/index.ts';
import { accountStrings } from '../../sandbox/index.ts';
import { openBashShell, openSessionFolder, type SessionFolder } from '../../shell/bash/index.ts';
import type { OpenSession, SandboxInBash } from './types.ts';

/** Where the sandbox seems to be inside of a confinement, whose only address it is. */
const INSIDE_PORT = 4599;

/** An account of the session's own, served to a bash of its own. */
export const openSandboxInBash: OpenSession<SandboxInBash> = async (tools, { account, seed }) => {
  const folder = await openSessionFolder();
  const socket = join(folder.path, 'sandbox.sock');
  const served = await serveSandbox({ account, seed, listen: tools.isConfined ? socket : 0 });
  try {
    const shell = await openBashShell({
      ...{ folder, home: HOME, cwd: WORKING_DIRECTORY, files: startingFiles(served.readerKey) },
      env: { ...startingEnvironment, PATH: tools.path, ...(await supply(folder, served, tools)) },
      confinement: tools.isConfined ? { gateway: { port: INSIDE_PORT, socket } } : undefined,
    });
    const accountData = { strings: accountStrings(account), compare: 'equal' } as const;
    const practice = createPractice({ shell, clock: served.clock, accountData });
    return { ...practice, close: () => practice.close().finally(() => served.close()) };
  } catch (error) {
    await folder.janitor.close();
    await served.close();
    throw error;
  }
};

/** The AWS CLI, and what leads it to the sandbox. @returns the variables that scripts need for it. */
async function supply(
  { supplies }: SessionFolder,
  { certificate, url }: ServedSandbox,
  { aws, isConfined }: SandboxInBash,
): Promise<Record<string, string>> {
  await symlink(aws, join(supplies, 'bin/aws'));
  const ca = join(supplies, 'ca.pem');
  await writeFile(ca, certificate);
  return proxyVariables(isConfined ? `http://127.0.0.1:${INSIDE_PORT}` : url, ca);
}
