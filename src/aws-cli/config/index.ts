export type { Credentials } from './credentials.ts';
export { expandPath } from './paths.ts';
export { openSession, type Session } from './session.ts';
