import type { Parameter, Tag } from '@aws-sdk/client-cloudformation';
import { toUtf8 } from '@smithy/core/serde';
import { passRole, trustsService } from '../../authorization/index.ts';
import { type OperationContext, ServiceError } from '../../operation/index.ts';
import { validationError } from './cloudformation-errors.ts';
import type { Blueprint, Deployer, Stack } from './cloudformation-state.ts';
import { checkResourceTypes } from './resource-types/index.ts';
import { checkCapabilities, readStackTemplate, resolveParameters, type Template } from './template/index.ts';

/** Members that requests to create or change a stack have in common. */
interface StackRequest {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly UsePreviousTemplate?: boolean | undefined;
  readonly Parameters?: readonly Parameter[] | undefined;
  readonly Capabilities?: readonly string[] | undefined;
  readonly Tags?: readonly Tag[] | undefined;
  readonly RoleARN?: string | undefined;
}

type Context = OperationContext<StackRequest>;

/** Bytes of a template in a request, and of one in a bucket (CloudFormation User Guide, "Quotas"). */
const MAX_BODY = 51_200;
const MAX_OBJECT = 1_048_576;
/** Tags of a stack. */
const MAX_TAGS = 50;

/** Reads a request's template with its values, and checks them. Throws a ValidationError. */
export async function readBlueprint(context: Context, stack: Stack | undefined): Promise<Blueprint> {
  const { Parameters = [], Capabilities = [], Tags } = context.input;
  const template = await readRequestTemplate(context, stack);
  await checkResourceTypes(template);
  const before = stack?.blueprint;
  const parameters = await resolveParameters(template, Parameters, before?.parameters, (name) =>
    readSsmParameter(name, context),
  );
  checkCapabilities(template, Capabilities);
  const tags = Tags ?? before?.tags ?? [];
  checkStackTags(tags);
  return { template, parameters, tags, capabilities: Capabilities };
}

/** The template of a request: its text, an object in a bucket, or the one that the stack has. */
export async function readRequestTemplate(context: Context, stack: Stack | undefined): Promise<Template> {
  const { TemplateBody, TemplateURL, UsePreviousTemplate } = context.input;
  if (TemplateBody !== undefined && TemplateURL !== undefined)
    throw validationError('You cannot specify more than one of TemplateBody and TemplateURL.');
  if (UsePreviousTemplate && stack?.blueprint) return stack.blueprint.template;
  if (TemplateURL !== undefined) return readStackTemplate(await readObject(TemplateURL, context));
  if (TemplateBody === undefined || TemplateBody === '')
    throw validationError('Either Template URL or Template Body must be specified.');
  const size = new TextEncoder().encode(TemplateBody).length;
  if (size > MAX_BODY)
    throw validationError(
      `1 validation error detected: Value '${TemplateBody.slice(0, 1000)}' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${MAX_BODY}`,
    );
  return readStackTemplate(TemplateBody);
}

async function readObject(url: string, { call, caller, region }: Context): Promise<string> {
  const place = URL.canParse(url) ? placeOf(new URL(url)) : undefined;
  if (!place) throw validationError('TemplateURL must be a supported URL.');
  try {
    const { Body } = await call({ service: 's3', operation: 'GetObject', input: place, region, as: caller });
    const bytes = Body as Uint8Array;
    if (bytes.length > MAX_OBJECT)
      throw validationError('S3 error: Template may not exceed 1000000 bytes in size.');
    return toUtf8(bytes);
  } catch (error) {
    if (error instanceof ServiceError && error.code !== 'ValidationError')
      throw validationError(
        `S3 error: ${error.message}\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html`,
      );
    throw error;
  }
}

/** `https://bucket.s3.region.amazonaws.com/key` and `https://s3.region.amazonaws.com/bucket/key`. */
function placeOf({ protocol, hostname, pathname }: URL): { Bucket: string; Key: string } | undefined {
  const bucketInHost =
    /^(?:(.+)\.)?s3[.-](?:[a-z0-9-]+\.)?amazonaws\.com$/.exec(hostname) ??
    /^(?:(.+)\.)?s3\.amazonaws\.com$/.exec(hostname);
  if (protocol !== 'https:' || !bucketInHost) return undefined;
  const path = decodeURIComponent(pathname.slice(1));
  if (bucketInHost[1] !== undefined) return { Bucket: bucketInHost[1], Key: path };
  const slash = path.indexOf('/');
  return slash > 0 ? { Bucket: path.slice(0, slash), Key: path.slice(slash + 1) } : undefined;
}

async function readSsmParameter(name: string, { call, caller, region }: Context): Promise<string> {
  const missing = validationError(
    `Unable to fetch parameters [${name}] from parameter store for this account.`,
  );
  try {
    const input = { Names: [name] };
    const { Parameters } = await call({
      service: 'ssm',
      operation: 'GetParameters',
      input,
      region,
      as: caller,
    });
    const [found] = (Parameters ?? []) as readonly { readonly Value?: string }[];
    if (found?.Value === undefined) throw missing;
    return found.Value;
  } catch (error) {
    throw error instanceof ServiceError ? missing : error;
  }
}

function checkStackTags(tags: readonly Tag[]): void {
  if (tags.length > MAX_TAGS) throw validationError(`Number of tags exceeds the maximum of ${MAX_TAGS}`);
  const keys = tags.map(({ Key = '' }) => Key);
  if (new Set(keys).size < keys.length)
    throw validationError('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  if (keys.some((key) => key.toLowerCase().startsWith('aws:')))
    throw validationError('aws: prefixed tag key names are not allowed for external use.');
}

/** The identity that makes a stack's resources: its role, or the caller. Throws where the caller may not pass the role. */
export function deployerOf(
  { caller, require, state }: OperationContext<unknown>,
  roleArn: string | undefined,
): Deployer {
  if (roleArn === undefined) return caller;
  const service = 'cloudformation.amazonaws.com';
  require(passRole(roleArn, service));
  if (!trustsService(roleArn, service, state))
    throw validationError(`Role ${roleArn} is invalid or cannot be assumed`);
  return { kind: 'role', service, roleArn, sessionName: 'AWSCloudFormation' };
}
