import type { PutParameterRequest, PutParameterResult } from '@aws-sdk/client-ssm';
import { compileAllowedPattern } from '../../allowed-pattern/index.ts';
import { requestTagConditions } from '../../authorization/index.ts';
import {
  defineOperation,
  identityOf,
  type OperationContext,
  parameterNotSimulated,
  ServiceError,
} from '../../operation/index.ts';
import { findParameter, onParameter } from './locate.ts';
import { checkName } from './names.ts';
import { putConstraints } from './parameter-constraints.ts';
import { DEFAULT_KEY, encryptValue } from './parameter-key.ts';
import { readPolicies } from './parameter-policies.ts';
import { ssmValidationError } from './ssm-errors.ts';
import {
  latestOf,
  type Parameter,
  type ParameterType,
  type ParameterVersion,
  parametersIn,
  type Tier,
} from './state.ts';

/** User Guide, "Managing parameter tiers": the longest value, in characters. */
const LONGEST: Readonly<Record<Tier, number>> = { Standard: 4096, Advanced: 8192 };
/** User Guide, "Working with parameter versions". */
const MOST_VERSIONS = 100;
const DATA_TYPES = ['text', 'aws:ec2:image'];

type Context = OperationContext<PutParameterRequest>;

export default {
  PutParameter: defineOperation<PutParameterRequest, PutParameterResult>({
    constraints: putConstraints,
    reads: ['Overwrite'],
    access: {
      ...onParameter<PutParameterRequest>('PutParameter'),
      conditions: (context) => ({
        ...onParameter('PutParameter').conditions(context),
        ...requestTagConditions(context.input.Tags),
        'ssm:Overwrite': String(context.input.Overwrite ?? false),
        'ssm:Policies': context.input.Policies,
      }),
    },
    handle: async (context) => {
      const { Name = '', Overwrite, Tags = [] } = context.input;
      checkName(Name);
      const known = findParameter(context, Name);
      if (Overwrite && Tags.length > 0)
        throw ssmValidationError(
          "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
        );
      if (known && !Overwrite)
        throw new ServiceError(
          400,
          'ParameterAlreadyExists',
          'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
        );
      const version = await newVersion(context, known);
      if (known) addVersion(known, version);
      else
        parametersIn(context).set({
          name: Name,
          region: context.region,
          versions: [version],
          tags: new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
        });
      return { Version: version.version, Tier: version.tier };
    },
  }),
};

async function newVersion(context: Context, known: Parameter | undefined): Promise<ParameterVersion> {
  const { input, caller, state, clock } = context;
  const before = known && latestOf(known);
  const { Value = '' } = input;
  const type = typeOf(input, before);
  const tier = tierOf(input, before);
  const allowedPattern = input.AllowedPattern ?? before?.allowedPattern;
  await checkPattern(Value, allowedPattern, type);
  const policies = input.Policies === undefined ? (before?.policies ?? []) : readPolicies(input.Policies);
  // Our wording.
  if (policies.length > 0 && tier !== 'Advanced')
    throw ssmValidationError('Parameter policies are supported by the advanced-parameter tier only.');
  return {
    version: (before?.version ?? 0) + 1,
    value: Value,
    type,
    tier,
    policies,
    ...(await secretOf(context, type, tier, before)),
    description: input.Description ?? before?.description,
    allowedPattern,
    dataType: dataTypeOf(input, before),
    modified: clock.account(),
    modifiedBy: identityOf(caller, state).arn,
    labels: new Set(),
  };
}

function typeOf({ Type }: PutParameterRequest, before: ParameterVersion | undefined): ParameterType {
  const type = (Type ?? before?.type) as ParameterType | undefined;
  if (!type) throw ssmValidationError('A parameter type is required when you create a parameter.');
  if (before && before.type !== type)
    throw new ServiceError(
      400,
      'HierarchyTypeMismatchException',
      // The model's sentences about this error.
      "Parameter Store does not support changing a parameter type in a hierarchy. For example, you can't change a parameter from a String type to a SecureString type. You must create a new, unique parameter.",
    );
  return type;
}

function tierOf(
  { Tier, Value = '', Policies }: PutParameterRequest,
  before: ParameterVersion | undefined,
): Tier {
  const needsAdvanced = Value.length > LONGEST.Standard || Policies !== undefined;
  if (before?.tier === 'Advanced' && Tier === 'Standard')
    throw ssmValidationError(
      "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter.",
    );
  const chosen = Tier === 'Intelligent-Tiering' ? (needsAdvanced ? 'Advanced' : 'Standard') : Tier;
  const tier = before?.tier === 'Advanced' ? 'Advanced' : (chosen ?? 'Standard');
  if (Value.length > LONGEST[tier])
    throw ssmValidationError(
      tier === 'Standard'
        ? `Standard tier parameters support a maximum parameter value of ${LONGEST.Standard} characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html`
        : `Advanced tier parameters support a maximum parameter value of ${LONGEST.Advanced} characters.`,
    );
  return tier;
}

function dataTypeOf({ DataType }: PutParameterRequest, before: ParameterVersion | undefined): string {
  const dataType = DataType ?? before?.dataType ?? 'text';
  if (!DATA_TYPES.includes(dataType))
    throw ssmValidationError(
      `The following data type is not supported: ${dataType} (Data type names are all lowercase.)`,
    );
  // AWS checks the image some time after it has answered.
  if (dataType !== 'text') throw parameterNotSimulated('ssm', 'PutParameter', `DataType ${dataType}`);
  return dataType;
}

/** A value must match as a whole; each item of a list must. */
async function checkPattern(value: string, pattern: string | undefined, type: ParameterType): Promise<void> {
  if (!pattern) return;
  const matches = await compileAllowedPattern(pattern);
  if (matches === 'unsupported')
    throw parameterNotSimulated('ssm', 'PutParameter', `AllowedPattern ${pattern}`);
  if (matches === 'invalid')
    throw new ServiceError(
      400,
      'InvalidAllowedPatternException',
      'The request does not meet the regular expression requirement.',
    );
  const values = type === 'StringList' ? value.split(',') : [value];
  if (!values.every(matches))
    throw new ServiceError(
      400,
      'ParameterPatternMismatchException',
      `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
    );
}

/** Returns the key of a secure string and its encrypted value. */
async function secretOf(
  context: Context,
  type: ParameterType,
  tier: Tier,
  before: ParameterVersion | undefined,
): Promise<Pick<ParameterVersion, 'keyId' | 'ciphertext'>> {
  const { Name: name = '', Value: value = '', KeyId } = context.input;
  if (type !== 'SecureString') {
    if (KeyId === undefined) return {};
    throw ssmValidationError('KeyId is required for SecureString type parameter only.');
  }
  const keyId = KeyId ?? before?.keyId ?? DEFAULT_KEY;
  return { keyId, ciphertext: await encryptValue(context, { name, value, keyId, tier }) };
}

function addVersion({ name, versions }: Parameter, version: ParameterVersion): void {
  const [oldest] = versions;
  if (versions.length >= MOST_VERSIONS && oldest) {
    if (oldest.labels.size > 0)
      throw new ServiceError(
        400,
        'ParameterMaxVersionLimitExceeded',
        `You attempted to create a new version of ${name} by calling the PutParameter API with the overwrite flag. Version ${oldest.version}, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again.`,
      );
    versions.shift();
  }
  versions.push(version);
}
