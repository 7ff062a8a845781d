import { execaNode } from 'execa';
import { projectRoot } from './tejun.ts';

/** Builds the command line once, before the suites that start it side by side. */
export async function setup(): Promise<void> {
  await execaNode('bin/bundle.js', { cwd: projectRoot });
}
