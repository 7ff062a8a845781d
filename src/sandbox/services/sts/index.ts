import { ServiceError } from '../../errors/index.ts';
import { loadOperation, type Service } from '../../operation/index.ts';

/** "You cannot call any STS API except AssumeRole or GetCallerIdentity" (API reference, GetSessionToken). */
const OPEN_TO_SESSIONS = new Set(['AssumeRole', 'GetCallerIdentity']);

export const sts: Service = {
  load: (name) => loadOperation(name, import(`./operations/${name}.ts`)),
  // Seen on AWS for GetSessionToken and GetFederationToken; for other operations the wording is theirs, by analogy.
  admit: (caller, operation) => {
    if (caller.kind === 'session' && !OPEN_TO_SESSIONS.has(operation))
      throw new ServiceError(403, 'AccessDenied', `Cannot call ${operation} with session credentials`);
  },
};
