import type * as Ec2 from '@aws-sdk/client-ec2';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error, ec2MissingParameter, invalidParameterValue } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { type KeyMaterial, newEd25519Key, newRsaKey, readPublicKey } from './key-material/index.ts';
import { applyFilters, type FilterValues } from './select.ts';
import { type Compute, computeOf, type KeyPair } from './state/index.ts';
import { someTags, tagsFor, toEc2Tags } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.keyPair;
/** "Up to 255 ASCII characters" (API reference, CreateKeyPair). */
const NAME = { minLength: 1, maxLength: 255, source: 'API reference, CreateKeyPair' };

export default {
  CreateKeyPair: defineOperation<Ec2.CreateKeyPairRequest, Ec2.KeyPair>({
    constraints: {
      KeyName: NAME,
      KeyType: { values: ['rsa', 'ed25519'], source: 'API reference, CreateKeyPair' },
      KeyFormat: { values: ['pem'], source: 'API reference; the other format, ppk, is not simulated' },
    },
    reads: ['DryRun', 'TagSpecifications'],
    access: ec2PermissionToCreate('CreateKeyPair', kind),
    handle: async (context) => {
      const { input, random } = context;
      refuseKnown(context);
      const tags = tagsFor(input.TagSpecifications, kind);
      // Of its own, so that how long a key takes to find changes no other id.
      const chance = random.fork(newId(random, 'material'));
      const made = input.KeyType === 'ed25519' ? await newEd25519Key(chance) : newRsaKey(chance);
      const pair = add(context, made, tags);
      return {
        KeyFingerprint: pair.fingerprint,
        KeyMaterial: made.privateKey,
        KeyName: pair.name,
        KeyPairId: pair.id,
        Tags: someTags(tags),
      };
    },
  }),

  ImportKeyPair: defineOperation<Ec2.ImportKeyPairRequest, Ec2.ImportKeyPairResult>({
    constraints: { KeyName: NAME },
    reads: ['DryRun', 'PublicKeyMaterial', 'TagSpecifications'],
    access: ec2PermissionToCreate('ImportKeyPair', kind),
    handle: (context) => {
      const { input } = context;
      refuseKnown(context);
      const read = readPublicKey(new TextDecoder().decode(input.PublicKeyMaterial));
      if (!read) throw ec2Error('InvalidKey.Format', 'Key is not in valid OpenSSH public key format');
      const pair = add(context, read, tagsFor(input.TagSpecifications, kind));
      return {
        KeyFingerprint: pair.fingerprint,
        KeyName: pair.name,
        KeyPairId: pair.id,
        Tags: someTags(pair.tags),
      };
    },
  }),

  DescribeKeyPairs: defineOperation<Ec2.DescribeKeyPairsRequest, Ec2.DescribeKeyPairsResult>({
    reads: ['DryRun', 'Filters', 'KeyNames', 'KeyPairIds', 'IncludePublicKey'],
    access: permissionToDescribe('DescribeKeyPairs'),
    handle: ({ input, state, region }) => {
      const { KeyNames = [], KeyPairIds = [], IncludePublicKey, Filters } = input;
      const { keyPairs } = computeOf(state);
      const named = [
        ...KeyNames.map((name) => keyNamed(computeOf(state), name, region)),
        ...KeyPairIds.map((id) => find(keyPairs, id, kind, region)),
      ];
      const pairs = named.length > 0 ? named : inRegion(keyPairs, region);
      return {
        KeyPairs: applyFilters(pairs, Filters, filters, ({ tags }) => tags).map((pair) => ({
          KeyPairId: pair.id,
          KeyFingerprint: pair.fingerprint,
          KeyName: pair.name,
          KeyType: pair.type,
          Tags: toEc2Tags(pair.tags),
          // With the name as its comment (API reference, DescribeKeyPairs).
          PublicKey: IncludePublicKey ? `${pair.publicKey} ${pair.name}\n` : undefined,
          CreateTime: pair.created,
        })),
      };
    },
  }),

  /** Deleting a key pair that is not there is no error (EC2 API, seen). */
  DeleteKeyPair: defineOperation<Ec2.DeleteKeyPairRequest, Ec2.DeleteKeyPairResult>({
    reads: ['DryRun', 'KeyName', 'KeyPairId'],
    access: ec2PermissionToCreate('DeleteKeyPair', kind),
    handle: ({ input, state, region }) => {
      const { KeyName, KeyPairId } = input;
      if (KeyName === undefined && KeyPairId === undefined) throw ec2MissingParameter('KeyName');
      const { keyPairs } = computeOf(state);
      const pair = inRegion(keyPairs, region).find(
        ({ id, name }) => id === KeyPairId || (KeyPairId === undefined && name === KeyName),
      );
      if (pair) keyPairs.delete(pair.id);
      return { Return: true, KeyPairId: pair?.id };
    },
  }),
};

type Naming = OperationContext<{ readonly KeyName?: string | undefined }>;

function refuseKnown({ input, state, region }: Naming): void {
  const { KeyName: name = '' } = input;
  if (name !== name.trim()) throw invalidParameterValue(`Invalid value for KeyName: ${name}`);
  if (inRegion(computeOf(state).keyPairs, region).some((pair) => pair.name === name))
    throw ec2Error('InvalidKeyPair.Duplicate', 'The keypair already exists');
}

function add(
  { input, state, region, random, clock }: Naming,
  { type, fingerprint, publicKey }: KeyMaterial,
  tags: KeyPair['tags'],
): KeyPair {
  const pair: KeyPair = {
    ...{ id: newId(random, kind.prefix), region, tags, name: input.KeyName ?? '' },
    ...{ type, fingerprint, publicKey, created: accountTime(clock) },
  };
  computeOf(state).keyPairs.set(pair.id, pair);
  return pair;
}

/** Throws where the region has no key pair of the name. */
export function keyNamed({ keyPairs }: Compute, name: string, region: string): KeyPair {
  const pair = inRegion(keyPairs, region).find((one) => one.name === name);
  if (!pair) throw ec2Error('InvalidKeyPair.NotFound', `The key pair '${name}' does not exist`);
  return pair;
}

/** The filters that the API reference lists. */
const filters: FilterValues<KeyPair> = {
  'key-pair-id': ({ id }) => [id],
  fingerprint: ({ fingerprint }) => [fingerprint],
  'key-name': ({ name }) => [name],
};
