const source = 'botocore, data/secretsmanager/2017-10-17/service-2.json';

export const secretId = { source, minLength: 1, maxLength: 2048 };
export const versionToken = { source, minLength: 32, maxLength: 64 };
export const secretDescription = { source, maxLength: 2048 };
export const secretString = { source, maxLength: 65_536 };
export const stage = { source, minLength: 1, maxLength: 256 };
export const stages = { source, minLength: 1, maxLength: 20, item: stage };
export const maxResults = { source, min: 1, max: 100 };
export const nextToken = { source, minLength: 1, maxLength: 4096 };
export const resourcePolicy = { source, minLength: 1, maxLength: 20_480 };
const tagKey = { source, minLength: 1, maxLength: 128 };
export const secretTags = {
  source,
  item: { source, members: { Key: tagKey, Value: { source, maxLength: 256 } } },
};
export const secretTagKeys = { source, item: tagKey };
export const secretName = { source, minLength: 1, maxLength: 512 };
export const secretFilters = {
  source,
  maxLength: 10,
  item: {
    source,
    members: {
      Key: {
        source,
        values: ['description', 'name', 'tag-key', 'tag-value', 'primary-region', 'owning-service', 'all'],
      },
      Values: { source, minLength: 1, maxLength: 10 },
    },
  },
};
export const sortOrder = { source, values: ['asc', 'desc'] };
export const passwordLength = { source, min: 1, max: 4096 };
export const excludeCharacters = { source, maxLength: 4096 };
