import type { Parameter } from '@aws-sdk/client-cloudformation';
import { compileAllowedPattern } from '../../../allowed-pattern/index.ts';
import { templateError, templateNotSimulated, validationError } from '../cloudformation-errors.ts';
import type { ParameterDeclaration, Template } from './types.ts';

/** Values of a template's parameters, by name. */
export type ParameterValues = ReadonlyMap<string, ParameterValue>;

export interface ParameterValue {
  /** As it was given; the name of the parameter where Systems Manager has the value. */
  readonly text: string;
  /** The value that Systems Manager had. */
  readonly resolved?: string;
  readonly isList: boolean;
  readonly isHidden: boolean;
}

const SSM_TYPE = /^AWS::SSM::Parameter::Value<(.+)>$/;
const SIMPLE_TYPES = ['String', 'Number', 'CommaDelimitedList', 'List<Number>', 'AWS::SSM::Parameter::Name'];
const ID_TYPE = /^(?:List<)?AWS::(?:EC2|Route53)::[A-Za-z]+::[A-Za-z.]+>?$/;

/** Gives each parameter its value. Throws a ValidationError. `ssm` reads a parameter of Systems Manager. */
export async function resolveParameters(
  { parameters }: Template,
  given: readonly Parameter[],
  previous: ParameterValues | undefined,
  ssm: (name: string) => Promise<string>,
): Promise<ParameterValues> {
  const names = Object.keys(parameters);
  const unknown = given.flatMap(({ ParameterKey = '' }) =>
    names.includes(ParameterKey) ? [] : [ParameterKey],
  );
  if (unknown.length > 0)
    throw validationError(`Parameters: [${unknown.join(', ')}] do not exist in the template`);
  const texts = new Map(names.map((name) => [name, givenText(name, parameters[name], given, previous)]));
  const missing = names.filter((name) => texts.get(name) === undefined);
  if (missing.length > 0) throw validationError(`Parameters: [${missing.join(', ')}] must have values`);
  const values = new Map<string, ParameterValue>();
  for (const [name, text = ''] of texts) {
    const declared = parameters[name] as ParameterDeclaration;
    checkType(declared.Type);
    await checkValue(name, text, declared);
    const ofSsm = SSM_TYPE.exec(declared.Type)?.[1];
    values.set(name, {
      text,
      ...(ofSsm !== undefined && { resolved: await ssm(text) }),
      isList: /^List<|^CommaDelimitedList$/.test(ofSsm ?? declared.Type),
      isHidden: String(declared.NoEcho) === 'true',
    });
  }
  return values;
}

/** A parameter's value as `Ref` has it. */
export function valueOfParameter({ text, resolved = text, isList }: ParameterValue): string | string[] {
  return isList ? resolved.split(',').map((item) => item.trim()) : resolved;
}

/** The parameters as DescribeStacks lists them. */
export function describeParameters(values: ParameterValues): Parameter[] {
  return [...values].map(([ParameterKey, { text, resolved, isHidden }]) => ({
    ParameterKey,
    ParameterValue: isHidden ? '****' : text,
    ...(resolved !== undefined && { ResolvedValue: resolved }),
  }));
}

function givenText(
  name: string,
  declared: ParameterDeclaration | undefined,
  given: readonly Parameter[],
  previous: ParameterValues | undefined,
): string | undefined {
  const own = given.find(({ ParameterKey }) => ParameterKey === name);
  if (own?.UsePreviousValue) {
    const before = previous?.get(name);
    if (!before)
      throw validationError(
        `Invalid input for parameter key ${name}. Cannot specify usePreviousValue as true for a parameter key not in the previous template`,
      );
    return before.text;
  }
  if (own?.ParameterValue !== undefined) return own.ParameterValue;
  return declared?.Default === undefined ? undefined : String(declared.Default);
}

/** The wording for what is no pattern is ours. */
async function matchesPattern(text: string, pattern: string): Promise<boolean> {
  const matches = await compileAllowedPattern(pattern);
  if (matches === 'unsupported') throw templateNotSimulated(`the AllowedPattern ${pattern}`);
  if (matches === 'invalid') throw templateError(`AllowedPattern ${pattern} is no regular expression.`);
  return matches(text);
}

function checkType(type: string): void {
  if (!SIMPLE_TYPES.includes(type) && !ID_TYPE.test(type) && !SSM_TYPE.test(type))
    throw validationError(`Template format error: Unrecognized parameter type: ${type}`);
}

async function checkValue(name: string, text: string, declared: ParameterDeclaration): Promise<void> {
  const { Type, ConstraintDescription, AllowedValues, AllowedPattern } = declared;
  const { MinLength, MaxLength, MinValue, MaxValue } = declared;
  const fail = (rule: string): never => {
    throw validationError(
      ConstraintDescription === undefined
        ? `Parameter '${name}' ${rule}`
        : `Parameter ${name} failed to satisfy constraint: ${ConstraintDescription}`,
    );
  };
  const items = Type === 'CommaDelimitedList' || Type.startsWith('List<') ? text.split(',') : [text];
  if (AllowedValues && !items.every((item) => AllowedValues.map(String).includes(item.trim())))
    fail('must be one of AllowedValues');
  if (AllowedPattern !== undefined && !(await matchesPattern(text, AllowedPattern)))
    fail(`must match pattern ${AllowedPattern}`);
  if (MinLength !== undefined && text.length < Number(MinLength))
    fail(`must contain at least ${MinLength} characters`);
  if (MaxLength !== undefined && text.length > Number(MaxLength))
    fail(`must contain at most ${MaxLength} characters`);
  if (Type !== 'Number') return;
  if (text.trim() === '' || Number.isNaN(Number(text))) fail('must be a number');
  if (MinValue !== undefined && Number(text) < Number(MinValue))
    fail(`must be a number not less than ${MinValue}`);
  if (MaxValue !== undefined && Number(text) > Number(MaxValue))
    fail(`must be a number not greater than ${MaxValue}`);
}
