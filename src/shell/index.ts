export { CLI_VERSION } from '../aws/cli/index.ts';
export {
  createSimulatedShell,
  type SessionView,
  type SimulatedShell,
  type SimulatedShellOptions,
} from './simulated/index.ts';
export type { Shell, ShellOutput, ShellState } from './types.ts';
