import { ServiceError } from '../../errors/index.ts';
import { loadOperation, type Service } from '../../operation/index.ts';

export const ec2: Service = {
  load: (name) => loadOperation(name, import(`./operations/${name}.ts`)),
  // "If you have the required permissions, the error response is DryRunOperation" (API reference, every operation).
  intercept: ({ DryRun }) => {
    if (DryRun === true)
      throw new ServiceError(412, 'DryRunOperation', 'Request would have succeeded, but DryRun flag is set.');
  },
};
