const source = 'answers recorded on AWS; API reference of Lambda';
const model = 'botocore, data/lambda/2015-03-31/service-2.json';

const REGION = String.raw`(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}`;

export const functionName = {
  source,
  minLength: 1,
  maxLength: 140,
  pattern: String.raw`(arn:(aws[a-zA-Z-]*)?:lambda:)?(${REGION}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?`,
};
/** Operations that read also take the names of other accounts' functions. */
export const invokedName = {
  source,
  minLength: 1,
  maxLength: 170,
  pattern: String.raw`(arn:(aws[a-zA-Z-]*)?:lambda:)?(${REGION}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_\.]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`,
};
export const qualifier = {
  source,
  minLength: 1,
  maxLength: 128,
  pattern: String.raw`\$(LATEST(\.PUBLISHED)?)|[a-zA-Z0-9-_$]+`,
};
export const roleArn = {
  source,
  pattern: String.raw`arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+`,
};
export const handlerName = { source: model, maxLength: 128, pattern: String.raw`[^\s]+` };
export const description = { source: model, maxLength: 256 };
export const timeout = { source: model, min: 1, max: 900 };
export const memorySize = { source: model, min: 128, max: 10_240 };
export const storage = {
  source: model,
  members: { Size: { source: model, min: 512, max: 10_240, required: true } },
};
export const architectures = { source, maxLength: 1 };
export const tracing = {
  source: model,
  members: { Mode: { source: model, values: ['Active', 'PassThrough'] } },
};
export const packageType = { source: model, values: ['Image', 'Zip'] };
export const maxItems = { source: model, min: 1, max: 10_000 };
export const functionVersion = { source, values: ['ALL'] };
export const aliasName = {
  source,
  minLength: 1,
  maxLength: 128,
  pattern: '(?!^[0-9]+$)([a-zA-Z0-9-_]+)',
};
export const versionName = {
  source: model,
  minLength: 1,
  maxLength: 1024,
  pattern: String.raw`(\$LATEST|[0-9]+)`,
};
export const statementId = { source, minLength: 1, maxLength: 100, pattern: '([a-zA-Z0-9-_]+)' };
export const removedStatementId = {
  source: model,
  minLength: 1,
  maxLength: 100,
  pattern: '([a-zA-Z0-9-_.]+)',
};
export const permissionAction = {
  source: model,
  pattern: '(lambda:[*]|lambda:[a-zA-Z]+|[*])',
};
export const principal = { source: model, pattern: String.raw`[^\s]+` };
export const sourceAccount = { source: model, maxLength: 12, pattern: String.raw`\d{12}` };
export const sourceArn = {
  source: model,
  pattern: String.raw`arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:(${REGION})?:(\d{12})?:(.*)`,
};
export const taggedArn = {
  source,
  minLength: 1,
  maxLength: 256,
  pattern: String.raw`arn:(aws[a-zA-Z-]*):lambda:${REGION}:\d{12}:(function:[a-zA-Z0-9-_]+(:(\$LATEST|[a-zA-Z0-9-_]+))?|layer:([a-zA-Z0-9-_]+)|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|capacity-provider:[a-zA-Z0-9-_]+)`,
};
export const reservedConcurrency = { source: model, min: 0 };
export const invocationType = { source: model, values: ['Event', 'RequestResponse', 'DryRun'] };
export const logType = { source: model, values: ['None', 'Tail'] };
export const authType = { source: model, values: ['NONE', 'AWS_IAM'] };
export const eventSourceArn = {
  source: model,
  pattern: String.raw`arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:(${REGION})?:(\d{12})?:(.*)`,
};
export const batchSize = { source: model, min: 1, max: 10_000 };
export const startingPosition = { source: model, values: ['LATEST', 'AT_TIMESTAMP', 'TRIM_HORIZON'] };
export const retryAttempts = { source: model, min: -1, max: 10_000 };
export const batchingWindow = { source: model, min: 0, max: 300 };
