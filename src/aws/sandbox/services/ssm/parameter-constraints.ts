const source = 'botocore, data/ssm/2014-11-06/service-2.json';

export const nameConstraint = { source, minLength: 1, maxLength: 2048 };
export const namesConstraint = { source, minLength: 1, maxLength: 10, item: nameConstraint };
export const labelsConstraint = {
  source,
  minLength: 1,
  maxLength: 10,
  item: { source, minLength: 1, maxLength: 100 },
};
export const tenAtMost = { source, min: 1, max: 10 };
export const fiftyAtMost = { source, min: 1, max: 50 };

const tagKey = { source, minLength: 1, maxLength: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*' };
export const tagsConstraint = {
  source,
  maxLength: 1000,
  item: {
    source,
    members: {
      Key: { ...tagKey, required: true },
      Value: { ...tagKey, minLength: 0, maxLength: 256, required: true },
    },
  },
};
export const tagKeysConstraint = { source, item: tagKey };

export const putConstraints = {
  Name: nameConstraint,
  Description: { source, maxLength: 1024 },
  Value: { source, minLength: 1 },
  Type: { source, values: ['SecureString', 'StringList', 'String'] },
  KeyId: { source, minLength: 1, maxLength: 256, pattern: '[a-zA-Z0-9:/_-]+' },
  AllowedPattern: { source, maxLength: 1024 },
  Tags: tagsConstraint,
  Tier: { source, values: ['Standard', 'Advanced', 'Intelligent-Tiering'] },
  Policies: { source, minLength: 1, maxLength: 4096 },
  DataType: { source, maxLength: 128 },
};
