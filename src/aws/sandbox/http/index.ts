export {
  commandEnvironment,
  createEnvironment,
  proxyVariables,
  shellLines,
  URL_VARIABLE,
} from './client-environment.ts';
export { type ClockState, CONTROL_HEADER, CONTROL_PATH } from './control.ts';
export { readSecret, SECRET_VARIABLE } from './control-secret.ts';
export { serveSandbox } from './serve.ts';
export type { Limits, ServedSandbox } from './types.ts';
