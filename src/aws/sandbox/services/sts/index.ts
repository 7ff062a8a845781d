import { type Credential, ServiceError, type SimulatedService } from '../../operation/index.ts';

/** Operations open to each kind of credentials (API reference, GetSessionToken, GetFederationToken, AssumeRole). */
const isOpen: Readonly<Record<Credential['kind'], (operation: string) => boolean>> = {
  'long-term': () => true,
  // "You cannot call any STS API except AssumeRole or GetCallerIdentity."
  session: (operation) => operation === 'AssumeRole' || operation === 'GetCallerIdentity',
  // "You cannot call any STS operations except GetCallerIdentity."
  federated: (operation) => operation === 'GetCallerIdentity',
  // "You cannot call the STS GetFederationToken or GetSessionToken API operations."
  'assumed-role': (operation) => operation !== 'GetFederationToken' && operation !== 'GetSessionToken',
};

export const sts: SimulatedService = {
  unsigned: ['AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML'],
  resources: [
    {
      load: () => import(/* webpackChunkName: "sts" */ './sessions.ts'),
      names: ['AssumeRole', 'GetFederationToken', 'GetSessionToken'],
    },
    {
      load: () => import(/* webpackChunkName: "sts" */ './get-caller-identity.ts'),
      names: ['DecodeAuthorizationMessage', 'GetAccessKeyInfo', 'GetCallerIdentity'],
    },
  ],
  // Seen on AWS for GetSessionToken and GetFederationToken; for other operations the wording is theirs, by analogy.
  admit: (caller, operation) => {
    if (!isOpen[caller.kind](operation))
      throw new ServiceError(403, 'AccessDenied', `Cannot call ${operation} with session credentials`);
  },
};
