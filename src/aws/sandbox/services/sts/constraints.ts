import type { Constraint } from '../../operation/index.ts';

const source = 'botocore, data/sts/2011-06-15/service-2.json';
const TAG_CHARACTERS = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]';

/** Rules that several operations share. */
export const constraints = {
  arn: { minLength: 20, maxLength: 2048, source },
  duration: { min: 900, max: 129_600, source },
  roleDuration: { min: 900, max: 43_200, source },
  serialNumber: { minLength: 9, maxLength: 256, pattern: '[\\w+=/:,.@-]*', source },
  tokenCode: { minLength: 6, maxLength: 6, pattern: '[\\d]*', source },
  federatedName: { minLength: 2, maxLength: 32, pattern: '[\\w+=,.@-]*', source },
  sessionName: { minLength: 2, maxLength: 64, pattern: '[\\w+=,.@-]*', source },
  externalId: { minLength: 2, maxLength: 1224, pattern: '[\\w+=,.@:\\/-]*', source },
  accessKeyId: { minLength: 16, maxLength: 128, pattern: '[\\w]*', source },
  encodedMessage: { minLength: 1, maxLength: 10_240, source },
  policy: { minLength: 1, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+', source },
  shortPolicy: { minLength: 1, maxLength: 2048, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+', source },
  policyArns: { item: { members: { arn: { minLength: 20, maxLength: 2048, source } }, source }, source },
  tags: {
    maxLength: 50,
    item: {
      members: {
        Key: { required: true, minLength: 1, maxLength: 128, pattern: `${TAG_CHARACTERS}+`, source },
        Value: { required: true, minLength: 0, maxLength: 256, pattern: `${TAG_CHARACTERS}*`, source },
      },
      source,
    },
    source,
  },
  tagKeys: {
    maxLength: 50,
    item: { minLength: 1, maxLength: 128, pattern: `${TAG_CHARACTERS}+`, source },
    source,
  },
} satisfies Record<string, Constraint>;
