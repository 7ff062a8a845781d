import type { SimulatedService } from '../../operation/index.ts';

export const secretsmanager: SimulatedService = {
  resources: [
    {
      load: () => import(/* webpackChunkName: "secretsmanager" */ './secrets.ts'),
      names: ['CreateSecret', 'DescribeSecret', 'UpdateSecret'],
    },
    {
      load: () => import(/* webpackChunkName: "secretsmanager" */ './secret-values.ts'),
      names: ['GetSecretValue', 'ListSecretVersionIds', 'PutSecretValue', 'UpdateSecretVersionStage'],
    },
    {
      load: () => import(/* webpackChunkName: "secretsmanager" */ './list-secrets.ts'),
      names: ['ListSecrets'],
    },
    {
      load: () => import(/* webpackChunkName: "secretsmanager" */ './secret-deletion.ts'),
      names: ['DeleteSecret', 'RestoreSecret'],
    },
    {
      load: () => import(/* webpackChunkName: "secretsmanager" */ './random-password.ts'),
      names: ['GetRandomPassword'],
    },
    {
      load: () => import(/* webpackChunkName: "secretsmanager" */ './secret-policy.ts'),
      names: ['DeleteResourcePolicy', 'GetResourcePolicy', 'PutResourcePolicy'],
    },
    {
      load: () => import(/* webpackChunkName: "secretsmanager" */ './secret-tags.ts'),
      names: ['TagResource', 'UntagResource'],
    },
  ],
};
