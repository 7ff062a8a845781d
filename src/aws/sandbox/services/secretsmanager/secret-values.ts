import type {
  GetSecretValueRequest,
  GetSecretValueResponse,
  ListSecretVersionIdsRequest,
  ListSecretVersionIdsResponse,
  PutSecretValueRequest,
  PutSecretValueResponse,
  UpdateSecretVersionStageRequest,
  UpdateSecretVersionStageResponse,
} from '@aws-sdk/client-secrets-manager';
import { defineOperation, type OperationContext, paginate } from '../../operation/index.ts';
import { findAny, findSecret, onSecret } from './find-secret.ts';
import {
  maxResults,
  nextToken,
  secretId,
  secretString,
  stage,
  stages,
  versionToken,
} from './secret-constraints.ts';
import { checkSecretDecryption, encryptionOf } from './secret-key.ts';
import { addVersion, CURRENT, checkValue, givesValue, moveStage } from './secret-versions.ts';
import {
  invalidSecretParameter,
  invalidSecretRequest,
  invalidSecretsToken,
  noSuchValue,
} from './secrets-errors.ts';
import { type Secret, type SecretVersion, versionWith } from './secrets-state.ts';

/** API reference, ListSecretVersionIds: the most that one answer holds. */
const PAGE = 100;

export default {
  GetSecretValue: defineOperation<GetSecretValueRequest, GetSecretValueResponse>({
    constraints: { SecretId: secretId, VersionId: versionToken, VersionStage: stage },
    access: {
      ...onSecret<GetSecretValueRequest>('GetSecretValue'),
      conditions: (context) => ({
        ...onSecret('GetSecretValue').conditions(context),
        'secretsmanager:VersionId': context.input.VersionId,
        'secretsmanager:VersionStage': context.input.VersionStage,
      }),
    },
    handle: async (context) => {
      const secret = findSecret(context);
      const version = findVersion(secret, context.input);
      await checkSecretDecryption(context, version, secret.arn);
      const today = new Date(Math.floor(context.clock.account().getTime() / 86_400_000) * 86_400_000);
      secret.accessed = today;
      version.accessed = today;
      return {
        ARN: secret.arn,
        Name: secret.name,
        VersionId: version.id,
        SecretBinary: version.binary,
        SecretString: version.text,
        VersionStages: stageList(version),
        CreatedDate: version.created,
      };
    },
  }),
  PutSecretValue: defineOperation<PutSecretValueRequest, PutSecretValueResponse>({
    constraints: {
      SecretId: secretId,
      ClientRequestToken: versionToken,
      SecretString: secretString,
      VersionStages: stages,
    },
    reads: ['SecretBinary'],
    access: onSecret('PutSecretValue'),
    handle: async (context) => {
      const { input, clock } = context;
      const secret = findSecret(context);
      if (!givesValue(input))
        throw invalidSecretRequest('You must provide either SecretString or SecretBinary.');
      checkValue(input);
      const key = await encryptionOf(context, secret.keyId, secret.arn);
      const version = addVersion(secret, input, input.VersionStages ?? [CURRENT], { clock, key });
      secret.changed = clock.account();
      return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: stageList(version) };
    },
  }),
  UpdateSecretVersionStage: defineOperation<
    UpdateSecretVersionStageRequest,
    UpdateSecretVersionStageResponse
  >({
    constraints: {
      SecretId: secretId,
      VersionStage: stage,
      RemoveFromVersionId: versionToken,
      MoveToVersionId: versionToken,
    },
    access: {
      ...onSecret<UpdateSecretVersionStageRequest>('UpdateSecretVersionStage'),
      conditions: (context) => ({
        ...onSecret('UpdateSecretVersionStage').conditions(context),
        'secretsmanager:VersionStage': context.input.VersionStage,
      }),
    },
    handle: (context) => {
      const secret = findSecret(context);
      changeStage(secret, context);
      secret.changed = context.clock.account();
      return { ARN: secret.arn, Name: secret.name };
    },
  }),
  ListSecretVersionIds: defineOperation<ListSecretVersionIdsRequest, ListSecretVersionIdsResponse>({
    constraints: { SecretId: secretId, MaxResults: maxResults, NextToken: nextToken },
    reads: ['IncludeDeprecated'],
    access: onSecret('ListSecretVersionIds'),
    handle: (context) => {
      const { IncludeDeprecated, MaxResults = PAGE, NextToken } = context.input;
      const secret = findAny(context);
      const places = new Map(secret.versions.map((version, index) => [version, index]));
      const keyOf = (version: SecretVersion) => String(places.get(version)).padStart(12, '0');
      const shown = secret.versions.filter((version) => IncludeDeprecated || version.stages.size > 0);
      const page = paginate(shown, keyOf, MaxResults, NextToken);
      if (!page) throw invalidSecretsToken();
      return {
        Versions: page.items.map((version) => ({
          VersionId: version.id,
          VersionStages: stageList(version),
          LastAccessedDate: version.accessed,
          CreatedDate: version.created,
          KmsKeyIds: [version.key?.keyId ?? 'DefaultEncryptionKey'],
        })),
        NextToken: page.next,
        ARN: secret.arn,
        Name: secret.name,
      };
    },
  }),
};

/** Sorts the labels of a version; a deprecated version has none. */
function stageList({ stages: labels }: SecretVersion): string[] | undefined {
  return labels.size > 0 ? [...labels].sort() : undefined;
}

function findVersion(secret: Secret, { VersionId, VersionStage }: GetSecretValueRequest): SecretVersion {
  if (VersionId === undefined) {
    const label = VersionStage ?? CURRENT;
    const version = versionWith(secret, label);
    if (!version) throw noSuchValue(`staging label: ${label}`);
    return version;
  }
  const version = secret.versions.find(({ id }) => id === VersionId);
  if (!version) throw noSuchValue(`VersionId: ${VersionId}`);
  if (VersionStage !== undefined && !version.stages.has(VersionStage))
    throw invalidSecretRequest(
      'You provided a VersionStage that is not associated to the provided VersionId.',
    );
  return version;
}

function changeStage(secret: Secret, { input }: OperationContext<UpdateSecretVersionStageRequest>): void {
  const { VersionStage = '', MoveToVersionId, RemoveFromVersionId } = input;
  const holder = versionWith(secret, VersionStage);
  const to = secret.versions.find(({ id }) => id === MoveToVersionId);
  if (MoveToVersionId !== undefined && !to) throw noSuchValue(`VersionId: ${MoveToVersionId}`);
  if (holder && holder !== to && holder.id !== RemoveFromVersionId)
    throw invalidSecretParameter(
      RemoveFromVersionId === undefined
        ? `The parameter RemoveFromVersionId can't be empty. Staging label ${VersionStage} is currently attached to version ${holder.id}, so you must explicitly reference that version in RemoveFromVersionId.`
        : `Staging label ${VersionStage} is currently attached to version ${holder.id}, not to ${RemoveFromVersionId}.`,
    );
  if (to) moveStage(secret, VersionStage, to);
  else if (VersionStage === CURRENT)
    throw invalidSecretParameter(
      `You can't remove staging label ${CURRENT} from a version: move it to another one.`,
    );
  else holder?.stages.delete(VersionStage);
}
