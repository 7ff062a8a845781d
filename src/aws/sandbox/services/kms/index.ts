import type { SimulatedService } from '../../operation/index.ts';

export const kms: SimulatedService = {
  resources: [
    {
      load: () => import(/* webpackChunkName: "kms" */ './kms-keys.ts'),
      names: ['CreateKey', 'DescribeKey', 'DisableKey', 'EnableKey', 'ListKeys', 'UpdateKeyDescription'],
    },
    {
      load: () => import(/* webpackChunkName: "kms" */ './key-deletion.ts'),
      names: ['CancelKeyDeletion', 'ScheduleKeyDeletion'],
    },
    {
      load: () => import(/* webpackChunkName: "kms" */ './key-rotation.ts'),
      names: ['DisableKeyRotation', 'EnableKeyRotation', 'GetKeyRotationStatus'],
    },
    {
      load: () => import(/* webpackChunkName: "kms" */ './aliases.ts'),
      names: ['CreateAlias', 'DeleteAlias', 'ListAliases', 'UpdateAlias'],
    },
    {
      load: () => import(/* webpackChunkName: "kms" */ './key-policies.ts'),
      names: ['GetKeyPolicy', 'ListKeyPolicies', 'PutKeyPolicy'],
    },
    {
      load: () => import(/* webpackChunkName: "kms" */ './key-tags.ts'),
      names: ['ListResourceTags', 'TagResource', 'UntagResource'],
    },
    {
      load: () => import(/* webpackChunkName: "kms" */ './grants.ts'),
      names: ['CreateGrant', 'ListGrants', 'ListRetirableGrants', 'RevokeGrant'],
    },
    { load: () => import(/* webpackChunkName: "kms" */ './retire-grant.ts'), names: ['RetireGrant'] },
    {
      load: () => import(/* webpackChunkName: "kms-cryptography" */ './encryption.ts'),
      names: ['Decrypt', 'Encrypt', 'ReEncrypt'],
    },
    {
      load: () => import(/* webpackChunkName: "kms-cryptography" */ './data-keys.ts'),
      names: [
        'GenerateDataKey',
        'GenerateDataKeyPair',
        'GenerateDataKeyPairWithoutPlaintext',
        'GenerateDataKeyWithoutPlaintext',
        'GenerateRandom',
      ],
    },
    {
      load: () => import(/* webpackChunkName: "kms-cryptography" */ './signing.ts'),
      names: ['GetPublicKey', 'Sign', 'Verify'],
    },
    {
      load: () => import(/* webpackChunkName: "kms-cryptography" */ './macs.ts'),
      names: ['GenerateMac', 'VerifyMac'],
    },
  ],
  intercept: async ({ GrantTokens }, _request, context) => {
    if (!Array.isArray(GrantTokens)) return;
    const { checkGrantTokens } = await import(/* webpackChunkName: "kms" */ './grant-access.ts');
    checkGrantTokens(GrantTokens, context);
  },
  conditions: ({ state, region }, { via }) => ({
    'kms:CallerAccount': state.account.id,
    ...(via && {
      'kms:ViaService': `${via}.${region}.amazonaws.com`,
      'aws:ViaAWSService': 'true',
      'aws:CalledVia': [`${via}.amazonaws.com`],
    }),
  }),
};
