import type {
  CreateFunctionRequest,
  DeleteFunctionRequest,
  DeleteFunctionResponse,
  FunctionConfiguration,
  GetFunctionConfigurationRequest,
  GetFunctionRequest,
  GetFunctionResponse,
  ListFunctionsRequest,
  ListFunctionsResponse,
} from '@aws-sdk/client-lambda';
import { requestTagConditions } from '../../authorization/index.ts';
import {
  defineOperation,
  type OperationContext,
  paginate,
  parameterNotSimulated,
  sortedBy,
} from '../../operation/index.ts';
import { toConfiguration, toListed, versionArn } from './describe-function.ts';
import { checkExecutionRole } from './execution-role.ts';
import {
  arnOfReference,
  findFunction,
  findVersion,
  onAllFunctions,
  onFunction,
  onQualified,
  readFunctionName,
} from './find-function.ts';
import { readCode } from './function-code.ts';
import { newVersion } from './function-lifecycle.ts';
import { givenSettings, SETTINGS } from './function-settings.ts';
import { checkFunctionTags } from './function-tags.ts';
import * as rules from './lambda-constraints.ts';
import {
  functionExists,
  functionNotFound,
  invalidLambdaParameter,
  invalidMarker,
  versionPointedTo,
} from './lambda-errors.ts';
import { type FunctionSettings, functionsIn, type LambdaFunction } from './lambda-state.ts';
import { publish } from './versions.ts';

/** API reference, ListFunctions: "Lambda returns up to 50 functions per call". */
const PAGE = 50;

export default {
  CreateFunction: defineOperation<CreateFunctionRequest, FunctionConfiguration>({
    constraints: {
      FunctionName: rules.functionName,
      Role: rules.roleArn,
      Handler: rules.handlerName,
      Description: rules.description,
      Timeout: rules.timeout,
      MemorySize: rules.memorySize,
      PackageType: rules.packageType,
      TracingConfig: rules.tracing,
      Architectures: rules.architectures,
      EphemeralStorage: rules.storage,
    },
    reads: [
      ...SETTINGS,
      'Code.ZipFile',
      'Code.S3Bucket',
      'Code.S3Key',
      'Code.S3ObjectVersion',
      'Publish',
      'Tags',
    ],
    access: {
      ...onFunction<CreateFunctionRequest>('CreateFunction'),
      conditions: ({ input }) => requestTagConditions(tagsOf(input.Tags)),
    },
    handle: async (context) => {
      const { input, region, state, clock, random } = context;
      const { name } = readFunctionName({ FunctionName: input.FunctionName });
      if (name.length > 64)
        throw invalidLambdaParameter(
          `1 validation error detected: Value '${name}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
        );
      const settings = await newSettings(name, context);
      checkExecutionRole(settings.role, context);
      const known = functionsIn(context);
      if (known.get(name)) throw functionExists(name);
      const tags = new Map(Object.entries(input.Tags ?? {}));
      checkFunctionTags(tags);
      const one: LambdaFunction = {
        ...{ name, region, arn: functionsIn({ state, region }).arnOf(name), tags },
        latest: newVersion('$LATEST', settings, { clock, random }),
        versions: [],
        lastVersion: 0,
        aliases: new Map(),
        policies: new Map(),
      };
      known.set(one);
      const version = input.Publish ? publish(one, context) : one.latest;
      return toConfiguration(one, version, versionArn(one, version), clock);
    },
  }),
  GetFunction: defineOperation<GetFunctionRequest, GetFunctionResponse>({
    constraints: { FunctionName: rules.invokedName, Qualifier: rules.qualifier },
    access: onQualified('GetFunction'),
    handle: (context) => {
      const { one, version, reference } = findVersion(context);
      return {
        Configuration: toConfiguration(one, version, arnOfReference(context, reference), context.clock),
        Code: { RepositoryType: 'S3', Location: packageUrl(one, version.id) },
        Tags: one.tags.size > 0 ? Object.fromEntries(one.tags) : undefined,
        Concurrency:
          one.reservedConcurrency === undefined
            ? undefined
            : { ReservedConcurrentExecutions: one.reservedConcurrency },
      };
    },
  }),
  GetFunctionConfiguration: defineOperation<GetFunctionConfigurationRequest, FunctionConfiguration>({
    constraints: { FunctionName: rules.invokedName, Qualifier: rules.qualifier },
    access: onQualified('GetFunctionConfiguration'),
    handle: (context) => {
      const { one, version, reference } = findVersion(context);
      return toConfiguration(one, version, arnOfReference(context, reference), context.clock);
    },
  }),
  ListFunctions: defineOperation<ListFunctionsRequest, ListFunctionsResponse>({
    constraints: { FunctionVersion: rules.functionVersion, MaxItems: rules.maxItems },
    reads: ['Marker'],
    access: onAllFunctions('ListFunctions'),
    handle: (context) => {
      const { FunctionVersion, MaxItems = PAGE, Marker } = context.input;
      const all = sortedBy(functionsIn(context).list(), ({ name }) => name).flatMap((one) =>
        FunctionVersion === 'ALL'
          ? [one.latest, ...one.versions].map((v) => [one, v] as const)
          : [[one, one.latest] as const],
      );
      const rows = all.map(([one, version], index) => ({
        key: String(index).padStart(8, '0'),
        row: toListed(
          one,
          version,
          FunctionVersion === 'ALL' ? `${one.arn}:${version.id}` : one.arn,
          context.clock,
        ),
      }));
      const page = paginate(rows, ({ key }) => key, Math.min(MaxItems, PAGE), Marker);
      if (!page) throw invalidMarker();
      return { Functions: page.items.map(({ row }) => row), NextMarker: page.next };
    },
  }),
  DeleteFunction: defineOperation<DeleteFunctionRequest, DeleteFunctionResponse>({
    constraints: { FunctionName: rules.functionName, Qualifier: rules.qualifier },
    access: onQualified('DeleteFunction'),
    handle: (context) => {
      const { qualifier } = readFunctionName(context.input);
      if (qualifier === '$LATEST')
        throw invalidLambdaParameter('$LATEST version cannot be deleted without deleting the function.');
      const one = findFunction(context);
      if (qualifier === undefined) functionsIn(context).delete(one);
      else deleteVersion(one, qualifier);
      return { StatusCode: 204 };
    },
  }),
};

const tagsOf = (tags: Readonly<Record<string, string>> = {}) =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

async function newSettings(
  name: string,
  context: OperationContext<CreateFunctionRequest>,
): Promise<FunctionSettings> {
  const { input } = context;
  if (input.PackageType === 'Image')
    throw parameterNotSimulated('lambda', 'CreateFunction', 'PackageType=Image');
  // Text as users of AWS quote it.
  if (input.Runtime === undefined || input.Handler === undefined)
    throw invalidLambdaParameter(
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    );
  return {
    ...{ runtime: input.Runtime, handler: input.Handler, role: input.Role ?? '' },
    ...{ description: '', timeout: 3, memorySize: 128, tracing: 'PassThrough', storage: 512 },
    architecture: input.Architectures?.[0] ?? 'x86_64',
    logGroup: `/aws/lambda/${name}`,
    ...givenSettings(input, 'CreateFunction'),
    code: await readCode(input.Code ?? {}, context),
  };
}

/** Deletes a published version; one that an alias points to stays. What is not there is deleted all the same. */
function deleteVersion(one: LambdaFunction, qualifier: string): void {
  // Our memory of AWS's text.
  const pointing = [...one.aliases.values()].filter(
    ({ version, weights }) => version === qualifier || weights.has(qualifier),
  );
  if (pointing.length > 0)
    throw versionPointedTo(
      `${one.arn}:${qualifier}`,
      pointing.map(({ name }) => name),
    );
  const at = one.versions.findIndex(({ id }) => id === qualifier);
  if (at < 0) throw functionNotFound(`${one.arn}:${qualifier}`);
  one.versions.splice(at, 1);
  one.policies.delete(qualifier);
}

/** AWS gives a presigned URL of its own bucket for ten minutes; ours has no signature, as nothing answers there. */
function packageUrl({ region, name }: LambdaFunction, version: string): string {
  return `https://awslambda-${region}-tasks.s3.${region}.amazonaws.com/snapshots/${name}?versionId=${encodeURIComponent(version)}`;
}
