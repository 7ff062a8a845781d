import { ServiceError } from '../../errors/index.ts';
import { loadOperation, type Service } from '../../operation/index.ts';

export const iam: Service = {
  load: (name) => loadOperation(name, import(`./operations/${name}.ts`)),
  // "You cannot call any IAM API operations unless MFA authentication information is included in the request"
  // (API reference, GetSessionToken). AWS answers as to an invalid token, without a full stop.
  admit: (caller) => {
    if (caller.kind === 'federated' || (caller.kind === 'session' && !caller.mfaTime))
      throw new ServiceError(
        403,
        'InvalidClientTokenId',
        'The security token included in the request is invalid',
      );
  },
};
