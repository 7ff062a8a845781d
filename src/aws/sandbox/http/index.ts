export {
  commandEnvironment,
  createEnvironment,
  proxyVariables,
  shellLines,
  URL_VARIABLE,
} from './client-environment.ts';
export { type ClockState, CONTROL_HEADER, CONTROL_PATH, readSecret, SECRET_VARIABLE } from './control.ts';
export { removeLeftovers } from './leftovers.ts';
export { serveSandbox } from './serve.ts';
export type { Limits, ServedSandbox } from './types.ts';
