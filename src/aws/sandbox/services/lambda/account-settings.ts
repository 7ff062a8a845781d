import type { GetAccountSettingsRequest, GetAccountSettingsResponse } from '@aws-sdk/client-lambda';
import { defineOperation } from '../../operation/index.ts';
import { ACCOUNT_CONCURRENCY, reservedIn } from './account-concurrency.ts';
import { onAllFunctions } from './find-function.ts';
import { functionsIn } from './lambda-state.ts';

export default {
  GetAccountSettings: defineOperation<GetAccountSettingsRequest, GetAccountSettingsResponse>({
    access: onAllFunctions('GetAccountSettings'),
    handle: (context) => {
      const all = functionsIn(context).list();
      const packages = all.flatMap(({ latest, versions }) => [latest, ...versions]);
      return {
        // Developer Guide, "Lambda quotas", as the API reference's example has them.
        AccountLimit: {
          TotalCodeSize: 80_530_636_800,
          CodeSizeUnzipped: 262_144_000,
          CodeSizeZipped: 52_428_800,
          ConcurrentExecutions: ACCOUNT_CONCURRENCY,
          UnreservedConcurrentExecutions: ACCOUNT_CONCURRENCY - reservedIn(context),
        },
        AccountUsage: {
          TotalCodeSize: packages.reduce((sum, { settings }) => sum + settings.code.zip.length, 0),
          FunctionCount: all.length,
        },
      };
    },
  }),
};
