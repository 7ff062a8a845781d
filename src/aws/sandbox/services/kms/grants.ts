import type {
  CreateGrantRequest,
  CreateGrantResponse,
  GrantListEntry,
  ListGrantsRequest,
  ListGrantsResponse,
  ListRetirableGrantsRequest,
  RevokeGrantRequest,
} from '@aws-sdk/client-kms';
import { defineOperation, identityOf, paginate, ServiceError, sortedBy } from '../../operation/index.ts';
import { checkNotPending, checkUsable, findKey, onKey } from './find-key.ts';
import {
  grantIdConstraint,
  grantNameConstraint,
  grantTokensConstraint,
  keyIdConstraint,
  keyListLimit,
  keyListMarker,
  principalConstraint,
} from './kms-constraints.ts';
import { invalidKmsMarker, kmsValidationError, noSuchGrant } from './kms-errors.ts';
import { type Grant, type KmsKey, keyStore } from './kms-state.ts';

/** API reference, ListGrants: "The default value is 50". */
const PAGE = 50;
const HEX = '0123456789abcdef';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const operations = {
  source: 'botocore, data/kms/2014-11-01/service-2.json',
  item: {
    source: 'botocore, data/kms/2014-11-01/service-2.json',
    values: [
      'Decrypt',
      'Encrypt',
      'GenerateDataKey',
      'GenerateDataKeyWithoutPlaintext',
      'ReEncryptFrom',
      'ReEncryptTo',
      'Sign',
      'Verify',
      'GetPublicKey',
      'CreateGrant',
      'RetireGrant',
      'DescribeKey',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
      'GenerateMac',
      'VerifyMac',
    ],
  },
};

export default {
  CreateGrant: defineOperation<CreateGrantRequest, CreateGrantResponse>({
    constraints: {
      KeyId: keyIdConstraint,
      GranteePrincipal: principalConstraint,
      RetiringPrincipal: principalConstraint,
      Operations: operations,
      GrantTokens: grantTokensConstraint,
      Name: grantNameConstraint,
    },
    reads: ['Constraints.EncryptionContextSubset', 'Constraints.EncryptionContextEquals'],
    access: onKey<CreateGrantRequest>('CreateGrant', ({ input }) => ({
      'kms:GranteePrincipal': input.GranteePrincipal,
      'kms:RetiringPrincipal': input.RetiringPrincipal,
      'kms:GrantOperations': input.Operations,
      'kms:GrantIsForAWSResource': 'false',
      'kms:GrantConstraintType': Object.keys(input.Constraints ?? {})[0],
    })),
    handle: (context) => {
      const { input, random, clock, caller, state } = context;
      const key = findKey(context, input.KeyId ?? '');
      checkUsable(key);
      checkPrincipal(input.GranteePrincipal);
      if (input.RetiringPrincipal !== undefined) checkPrincipal(input.RetiringPrincipal);
      const { EncryptionContextEquals, EncryptionContextSubset } = input.Constraints ?? {};
      // Our wording. The rule: API reference, GrantConstraints.
      if ((EncryptionContextEquals || EncryptionContextSubset) && key.spec !== 'SYMMETRIC_DEFAULT')
        throw kmsValidationError('Grant constraints are for symmetric encryption KMS keys only.');
      const known = [...key.grants.values()].find((grant) => isRepeated(grant, input));
      if (known) return { GrantId: known.id, GrantToken: known.token };
      const id = random.text(64, HEX);
      const grant: Grant = {
        id,
        token: `AQp${random.text(189, BASE64)}`,
        name: input.Name,
        created: clock.account(),
        grantee: input.GranteePrincipal ?? '',
        retiring: input.RetiringPrincipal,
        operations: input.Operations ?? [],
        constraints: input.Constraints,
        issuer: identityOf(caller, state).arn,
      };
      key.grants.set(id, grant);
      return { GrantId: id, GrantToken: grant.token };
    },
  }),
  ListGrants: defineOperation<ListGrantsRequest, ListGrantsResponse>({
    constraints: {
      KeyId: keyIdConstraint,
      GrantId: grantIdConstraint,
      GranteePrincipal: principalConstraint,
      Limit: keyListLimit,
      Marker: keyListMarker,
    },
    access: onKey('ListGrants'),
    handle: (context) => {
      const { KeyId = '', GrantId, GranteePrincipal, Limit, Marker } = context.input;
      const key = findKey(context, KeyId);
      checkNotPending(key);
      if (GrantId !== undefined && !key.grants.has(GrantId)) throw noSuchGrant(GrantId);
      const chosen = [...key.grants.values()].filter(
        ({ id, grantee }) => (GrantId ?? id) === id && (GranteePrincipal ?? grantee) === grantee,
      );
      return page(
        chosen.map((grant) => ({ key, grant })),
        Limit,
        Marker,
      );
    },
  }),
  ListRetirableGrants: defineOperation<ListRetirableGrantsRequest, ListGrantsResponse>({
    constraints: { RetiringPrincipal: principalConstraint, Limit: keyListLimit, Marker: keyListMarker },
    access: { action: 'kms:ListRetirableGrants', resource: () => '*', namesResource: true },
    handle: (context) => {
      const { RetiringPrincipal, Limit, Marker } = context.input;
      const all = keyStore(context)
        .keys()
        .flatMap((key) => [...key.grants.values()].map((grant) => ({ key, grant })));
      return page(
        all.filter(({ grant }) => grant.retiring === RetiringPrincipal),
        Limit,
        Marker,
      );
    },
  }),
  RevokeGrant: defineOperation<RevokeGrantRequest, object>({
    constraints: { KeyId: keyIdConstraint, GrantId: grantIdConstraint },
    access: onKey('RevokeGrant'),
    handle: (context) => {
      const { KeyId = '', GrantId = '' } = context.input;
      if (!findKey(context, KeyId).grants.delete(GrantId)) throw noSuchGrant(GrantId);
      return {};
    },
  }),
};

function checkPrincipal(principal = ''): void {
  if (/^arn:aws[\w-]*:(iam|sts)::\d{12}:.+/.test(principal) || /\.amazonaws\.com$/.test(principal)) return;
  throw new ServiceError(400, 'InvalidArnException', `ARN does not refer to a valid principal: ${principal}`);
}

/** A request with the same name and parameters makes no second grant (API reference, CreateGrant, `Name`). */
function isRepeated(grant: Grant, input: CreateGrantRequest): boolean {
  const { name, grantee, retiring, operations, constraints } = grant;
  const { Name, GranteePrincipal, RetiringPrincipal, Operations, Constraints } = input;
  const before = [name, grantee, retiring, operations, constraints];
  const now = [Name, GranteePrincipal, RetiringPrincipal, Operations, Constraints];
  return name !== undefined && JSON.stringify(before) === JSON.stringify(now);
}

interface Placed {
  readonly key: KmsKey;
  readonly grant: Grant;
}

function page(grants: readonly Placed[], limit = PAGE, marker?: string): ListGrantsResponse {
  const sorted = sortedBy(grants, ({ grant }) => grant.id);
  const shown = paginate(sorted, ({ grant }) => grant.id, limit, marker);
  if (!shown) throw invalidKmsMarker();
  return {
    Grants: shown.items.map(toEntry),
    NextMarker: shown.next,
    Truncated: shown.next !== undefined,
  };
}

function toEntry({ key, grant }: Placed): GrantListEntry {
  return {
    KeyId: key.arn,
    GrantId: grant.id,
    Name: grant.name,
    CreationDate: grant.created,
    GranteePrincipal: grant.grantee,
    RetiringPrincipal: grant.retiring,
    IssuingAccount: `arn:aws:iam::${key.arn.split(':')[4]}:root`,
    Operations: grant.operations as GrantListEntry['Operations'],
    Constraints: grant.constraints,
  };
}
