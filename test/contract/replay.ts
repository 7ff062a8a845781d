import { HOME, startingEnvironment, WORKING_DIRECTORY } from '../../src/practice/starting-point.ts';
import { createSimulatedShell } from '../../src/shell/index.ts';
import { perform } from './perform.ts';
import type { Scenario } from './scenario.ts';
import { openWorld } from './test-account.ts';

/** Returns the results of the built-in `aws`, in the simulated shell. */
export async function replay(scenario: Scenario): Promise<string[]> {
  const world = openWorld(scenario);
  const shell = createSimulatedShell({
    home: HOME,
    cwd: WORKING_DIRECTORY,
    files: world.files,
    env: startingEnvironment,
    transport: world.sandbox.handleMessage,
    wall: world.account,
    account: world.account,
  });
  try {
    return await perform(scenario, world, shell);
  } finally {
    await shell.close();
  }
}
