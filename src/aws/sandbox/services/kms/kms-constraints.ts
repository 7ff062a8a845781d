import { keySpecs, OTHER_SPECS, OTHER_USAGE } from './key-specs.ts';

const source = 'botocore, data/kms/2014-11-01/service-2.json';

export const keyIdConstraint = { source, minLength: 1, maxLength: 2048 };
export const aliasNameConstraint = { source, minLength: 1, maxLength: 256, pattern: '[a-zA-Z0-9:/_-]+' };
export const keyDescription = { source, maxLength: 8192 };
export const keyPolicyText = { source, minLength: 1, maxLength: 131_072 };
export const keyPolicyName = { source, minLength: 1, maxLength: 128, pattern: '[\\w]+' };
export const keyListLimit = { source, min: 1, max: 1000 };
export const keyListMarker = { source, minLength: 1, maxLength: 1024 };
export const byteCount = { source, min: 1, max: 1024 };
export const dataKeySpec = { source, values: ['AES_256', 'AES_128'] };
export const grantTokensConstraint = {
  source,
  maxLength: 10,
  item: { source, minLength: 1, maxLength: 8192 },
};
export const grantIdConstraint = { source, minLength: 1, maxLength: 128 };
export const principalConstraint = { source, minLength: 1, maxLength: 256, pattern: '[\\w+=,.@:/-]+' };
export const grantNameConstraint = { source, minLength: 1, maxLength: 256, pattern: '[a-zA-Z0-9:/_-]+' };

/** The order of the older names is AWS's, as recorded in 2023. */
export const keySpecConstraint = { source, values: [...Object.keys(keySpecs), ...OTHER_SPECS] };
export const keyUsageConstraint = {
  source,
  values: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', OTHER_USAGE],
};

const names = (usage: 'ENCRYPT_DECRYPT' | 'SIGN_VERIFY' | 'GENERATE_VERIFY_MAC') => ({
  source,
  values: [...new Set(Object.values(keySpecs).flatMap((facts) => facts[usage] ?? []))],
});
export const encryptionAlgorithm = names('ENCRYPT_DECRYPT');
export const signingAlgorithm = names('SIGN_VERIFY');
export const macAlgorithm = names('GENERATE_VERIFY_MAC');
export const messageType = { source, values: ['RAW', 'DIGEST'] };

const keyTagKey = { source, minLength: 1, maxLength: 128 };
export const keyTags = {
  source,
  item: { source, members: { TagKey: keyTagKey, TagValue: { source, maxLength: 256 } } },
};
export const keyTagKeys = { source, item: keyTagKey };
