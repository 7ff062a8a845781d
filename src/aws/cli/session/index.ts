import type { Globals } from '../commands/globals.ts';
import { type ConfigSession, configuredSession } from '../config/index.ts';
import type { AwsHost } from '../types.ts';
import { roleAssumer } from './role.ts';

/** Reads the shared files. Throws when one cannot be parsed; an unknown profile is found out at its first use. */
export const openConfigSession = (host: AwsHost, globals: Globals): Promise<ConfigSession> =>
  configuredSession(host, globals, roleAssumer);
