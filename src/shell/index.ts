export { createSimulatedShell, type SimulatedShellOptions } from './simulated/index.ts';
export type { RunOptions, Shell, ShellOutput } from './types.ts';
