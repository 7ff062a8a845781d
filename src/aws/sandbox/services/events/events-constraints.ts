const source = 'botocore, data/events/2015-10-07/service-2.json';

export const busName = { source, minLength: 1, maxLength: 256, pattern: '[/\\.\\-_A-Za-z0-9]+' };
export const busNameOrArn = {
  source,
  minLength: 1,
  maxLength: 1600,
  pattern: '(arn:aws[\\w-]*:events:[a-z]{2}-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[/\\.\\-_A-Za-z0-9]+',
};
export const ruleName = { source, minLength: 1, maxLength: 64, pattern: '[\\.\\-_A-Za-z0-9]+' };
export const eventsToken = { source, minLength: 1, maxLength: 2048 };
export const busListLimit = { source, min: 1, max: 100 };
export const ruleState = {
  source,
  values: ['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'],
};
export const ruleDescription = { source, maxLength: 512 };
export const scheduleExpression = { source, maxLength: 256 };
export const eventsRole = { source, minLength: 1, maxLength: 1600 };
export const eventsArn = { source, minLength: 1, maxLength: 1600 };
export const busStatementId = { source, minLength: 1, maxLength: 64, pattern: '[a-zA-Z0-9-_]+' };
export const busPrincipal = { source, minLength: 1, maxLength: 12, pattern: '(\\d{12}|\\*)' };
export const putAction = { source, minLength: 1, maxLength: 64, pattern: 'events:[a-zA-Z]+' };
const tagKey = { source, minLength: 1, maxLength: 128 };
export const eventTags = {
  source,
  item: { source, members: { Key: tagKey, Value: { source, maxLength: 256 } } },
};
export const eventTagKeys = { source, item: tagKey };
export const targetIds = {
  source,
  minLength: 1,
  maxLength: 100,
  item: { source, minLength: 1, maxLength: 64, pattern: '[\\.\\-_A-Za-z0-9]+' },
};
export const targets = {
  source,
  minLength: 1,
  maxLength: 100,
  item: {
    source,
    members: {
      Id: { source, minLength: 1, maxLength: 64, pattern: '[\\.\\-_A-Za-z0-9]+', required: true },
      Arn: { source, minLength: 1, maxLength: 1600, required: true },
      Input: { source, maxLength: 8192 },
      InputPath: { source, maxLength: 256 },
    },
  },
};
export const eventEntries = { source, minLength: 1, maxLength: 10 };
