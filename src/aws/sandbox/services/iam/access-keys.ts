import type { AccountState, LongTermCredential, UserRecord } from '../../state/index.ts';
import { noSuchEntity } from './errors.ts';

/** The key of that id, of one user where one is given. Throws NoSuchEntity. */
export function findKey(state: AccountState, id: string | undefined, user?: UserRecord): LongTermCredential {
  const credential = state.credentials.get(id ?? '');
  if (credential?.kind === 'long-term' && (!user || credential.user === user)) return credential;
  throw noSuchEntity(`The Access Key with id ${id} cannot be found.`);
}
