export { CLI_VERSION } from '../aws/cli/index.ts';
export {
  createSimulatedShell,
  type SimulatedShell,
  type SimulatedShellOptions,
  type Surroundings,
} from './simulated/index.ts';
export type { Shell, ShellOutput, ShellState } from './types.ts';
