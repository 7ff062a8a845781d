import type {
  CreateSecretRequest,
  CreateSecretResponse,
  DescribeSecretRequest,
  DescribeSecretResponse,
  UpdateSecretRequest,
  UpdateSecretResponse,
} from '@aws-sdk/client-secrets-manager';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { arnOfName, findAny, findSecret, onSecret, secretWith } from './find-secret.ts';
import {
  secretDescription,
  secretId,
  secretName,
  secretString,
  secretTags,
  versionToken,
} from './secret-constraints.ts';
import { encryptionOf } from './secret-key.ts';
import { checkSecretTags } from './secret-tags.ts';
import { addVersion, CURRENT, checkValue, givesValue } from './secret-versions.ts';
import {
  invalidSecretRequest,
  noRequestToken,
  resourceExists,
  secretValidationError,
} from './secrets-errors.ts';
import { type Secret, secretsIn, type VersionKey } from './secrets-state.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export default {
  CreateSecret: defineOperation<CreateSecretRequest, CreateSecretResponse>({
    constraints: {
      Name: secretName,
      ClientRequestToken: versionToken,
      Description: secretDescription,
      SecretString: secretString,
      Tags: secretTags,
    },
    reads: ['SecretBinary', 'KmsKeyId'],
    access: {
      action: 'secretsmanager:CreateSecret',
      resource: (context) => arnOfName(context, context.input.Name ?? ''),
      shown: ({ input }) => input.Name,
      namesResource: true,
      conditions: ({ input }) => ({
        'secretsmanager:Name': input.Name,
        'secretsmanager:Description': input.Description,
        'secretsmanager:KmsKeyId': input.KmsKeyId,
        ...requestTagConditions(input.Tags),
      }),
    },
    handle: async (context) => {
      const { input } = context;
      checkName(input.Name ?? '');
      checkValue(input);
      const secret = newSecret(context);
      const key = givesValue(input) ? await encryptionOf(context, secret.keyId, secret.arn) : undefined;
      secretsIn(context).set(secret);
      if (!givesValue(input)) return { ARN: secret.arn, Name: secret.name };
      const { id } = addVersion(secret, input, [CURRENT], { clock: context.clock, key });
      return { ARN: secret.arn, Name: secret.name, VersionId: id };
    },
  }),
  DescribeSecret: defineOperation<DescribeSecretRequest, DescribeSecretResponse>({
    constraints: { SecretId: secretId },
    access: onSecret('DescribeSecret'),
    handle: (context) => {
      const secret = findAny(context);
      return { ...toMetadata(secret), VersionIdsToStages: stagesOf(secret) };
    },
  }),
  UpdateSecret: defineOperation<UpdateSecretRequest, UpdateSecretResponse>({
    constraints: {
      SecretId: secretId,
      ClientRequestToken: versionToken,
      Description: secretDescription,
      SecretString: secretString,
    },
    reads: ['SecretBinary', 'KmsKeyId'],
    access: {
      ...onSecret<UpdateSecretRequest>('UpdateSecret'),
      conditions: (context) => ({
        ...onSecret('UpdateSecret').conditions(context),
        'secretsmanager:Description': context.input.Description,
        'secretsmanager:KmsKeyId': context.input.KmsKeyId,
      }),
    },
    handle: async (context) => {
      const { input, clock } = context;
      const secret = findSecret(context);
      checkValue(input);
      const keyId = input.KmsKeyId ?? secret.keyId;
      const isEncrypted = givesValue(input) || input.KmsKeyId !== undefined;
      const key = isEncrypted ? await encryptionOf(context, keyId, secret.arn) : undefined;
      if (input.KmsKeyId !== undefined) changeKey(secret, input.KmsKeyId, key);
      if (input.Description !== undefined) secret.description = input.Description;
      const version = givesValue(input) ? addVersion(secret, input, [CURRENT], { clock, key }) : undefined;
      secret.changed = clock.account();
      return { ARN: secret.arn, Name: secret.name, VersionId: version?.id };
    },
  }),
};

function checkName(name: string): void {
  if (!/^[\w/+=.@!-]+$/.test(name))
    throw secretValidationError(
      'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
    );
}

/** Encrypts the versions with labels by another key (API reference, UpdateSecret, `KmsKeyId`). */
function changeKey(secret: Secret, keyId: string, key: VersionKey | undefined): void {
  secret.keyId = keyId;
  for (const version of secret.versions) if (version.stages.size > 0) version.key = key;
}

/** Makes a secret, or returns the one that the same request has made. */
function newSecret(context: OperationContext<CreateSecretRequest>): Secret {
  const { input, region, clock, random } = context;
  const { Name = '', Tags, Description, ClientRequestToken } = input;
  if (ClientRequestToken === undefined) throw noRequestToken();
  const known = secretWith(context, Name);
  if (known?.deletion)
    throw invalidSecretRequest(
      "You can't create this secret because a secret with this name is already scheduled for deletion.",
    );
  if (known?.versions.some(({ id }) => id === ClientRequestToken)) return known;
  if (known) throw resourceExists(`The operation failed because the secret ${Name} already exists.`);
  const tags = Tags && new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value]));
  checkSecretTags(tags);
  const now = clock.account();
  const arn = `${arnOfName(context, Name)}-${random.text(6, LETTERS)}`;
  const secret: Secret = { name: Name, arn, region, created: now, changed: now, versions: [], tags };
  if (Description !== undefined) secret.description = Description;
  if (input.KmsKeyId !== undefined) secret.keyId = input.KmsKeyId;
  return secret;
}

/** Describes a secret, as DescribeSecret and ListSecrets both do. */
export function toMetadata(secret: Secret) {
  return {
    ARN: secret.arn,
    Name: secret.name,
    Description: secret.description || undefined,
    KmsKeyId: secret.keyId,
    LastChangedDate: secret.changed,
    LastAccessedDate: secret.accessed,
    DeletedDate: secret.deletion?.requested,
    CreatedDate: secret.created,
    Tags: secret.tags && [...secret.tags].map(([Key, Value]) => ({ Key, Value })),
  };
}

/** Lists version ids with their labels, without the deprecated versions. */
export function stagesOf({ versions }: Secret): Record<string, string[]> | undefined {
  const staged = versions.filter(({ stages }) => stages.size > 0);
  if (staged.length === 0) return undefined;
  return Object.fromEntries(staged.map(({ id, stages }) => [id, [...stages].sort()]));
}
