import { createSimulatedShell, type Shell, type SimulatedShellOptions } from '../../src/shell/index.ts';
import { environment, HOME, WORKING_DIRECTORY } from './recorded.ts';

const NOON = new Date('2026-01-05T12:00:00Z');

/** A session at noon, with nothing to talk to. */
export function openShell(options: Partial<SimulatedShellOptions> = {}): Shell {
  return createSimulatedShell({
    home: HOME,
    cwd: WORKING_DIRECTORY,
    files: {},
    env: environment,
    transport: () => Promise.reject(new Error('no request is expected here')),
    wall: () => NOON,
    account: () => NOON,
    ...options,
  });
}
