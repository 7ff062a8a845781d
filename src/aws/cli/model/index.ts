import type { ServiceId } from '../../wire/models/index.ts';
import { loaders } from './services.ts';
import type { CliModel } from './types.ts';

/** Loads the generated model of a service, on demand as the service's schemas are. */
export const loadCliModel = (id: ServiceId): Promise<CliModel> => loaders[id]();

export { commands, s3Commands } from './commands.ts';
export type { Acceptor, CliModel, Paginator, Waiter } from './types.ts';
