import { type ConditionValues, resourceTagConditions } from '../../authorization/index.ts';
import type { OperationContext, ResourceScope } from '../../operation/index.ts';
import { findPublicParameter } from './public-parameters.ts';
import { parameterNotFound, versionNotFound } from './ssm-errors.ts';
import { latestOf, type Parameter, type ParameterVersion, parametersIn } from './state.ts';

/** AWS's own parameters belong to no account. */
export function parameterArn(
  { state, region }: Pick<ResourceScope, 'state' | 'region'>,
  name: string,
): string {
  const account = name.startsWith('/aws/service/') ? '' : state.account.id;
  return `arn:aws:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`;
}

/** A reference to a parameter: its name or its ARN, perhaps with a version or a label behind a colon. */
interface Reference {
  readonly name: string;
  /** `:3` or `:live`; empty for the newest version. */
  readonly selector: string;
}

/**
 * Reads a reference. An ARN of a name without a slash at its beginning is that of the same name with one: both are
 * looked for.
 *
 * @example
 * readReference('/app/db:3') // { name: '/app/db', selector: ':3' }
 */
export function readReference(text: string): Reference {
  const [, ofArn] = /^arn:aws[\w-]*:ssm:[\w-]*:\d*:parameter(\/.*)$/.exec(text) ?? [];
  const plain = ofArn ?? text;
  const colon = plain.indexOf(':');
  return colon < 0
    ? { name: plain, selector: '' }
    : { name: plain.slice(0, colon), selector: plain.slice(colon) };
}

/** A version of a parameter that a reference means. */
export interface FoundParameter extends Reference {
  readonly version: ParameterVersion;
}

/** Finds what a reference means, among the account's parameters and those of AWS; undefined where there is none. */
export function lookUp(place: ResourceScope, text: string): FoundParameter | undefined {
  const { selector, parameter, version } = resolve(place, text);
  return parameter && version && { name: parameter.name, selector, version };
}

/** The same; throws ParameterNotFound or ParameterVersionNotFound. */
export function mustFind(place: ResourceScope, text: string): FoundParameter {
  const { name, selector, parameter, version } = resolve(place, text);
  if (!parameter) throw parameterNotFound();
  if (!version) throw versionNotFound(name, selector.slice(1));
  return { name: parameter.name, selector, version };
}

function resolve(place: ResourceScope, text: string) {
  const { name, selector } = readReference(text);
  const parameter = findParameter(place, name) ?? findPublicParameter(place.region, name);
  const version = parameter && select(parameter, selector.slice(1));
  return { name, selector, parameter, version };
}

/** Finds a parameter of the account by its plain name. */
export function findParameter(place: ResourceScope, name: string): Parameter | undefined {
  const own = parametersIn(place);
  return own.get(name) ?? (name.lastIndexOf('/') === 0 ? own.get(name.slice(1)) : undefined);
}

function select(parameter: Parameter, selector: string): ParameterVersion | undefined {
  if (selector === '') return latestOf(parameter);
  return parameter.versions.find(
    ({ version, labels }) => String(version) === selector || labels.has(selector),
  );
}

/** An action on one parameter, whose name a member of the input has. */
export function onParameter<Input extends { readonly Name?: string | undefined }>(action: string) {
  return {
    action: `ssm:${action}`,
    resource: (context: OperationContext<Input>) => parameterArn(context, nameIn(context.input.Name)),
    namesResource: true,
    conditions: (context: OperationContext<Input>) =>
      parameterTagConditions(context, nameIn(context.input.Name)),
  };
}

/** An action on the parameters that the input names: on the first one; `requireEach` asks for the others. */
export function onFirst<Input extends { readonly Names: string[] | undefined }>(action: string) {
  const first = ({ input }: OperationContext<Input>) => nameIn(input.Names?.[0]);
  return {
    action: `ssm:${action}`,
    resource: (context: OperationContext<Input>) => parameterArn(context, first(context)),
    namesResource: true,
    conditions: (context: OperationContext<Input>) => parameterTagConditions(context, first(context)),
  };
}

const nameIn = (reference: string | undefined): string => readReference(reference ?? '').name;

/** An action that AWS judges by all parameters of the Region. */
export function onRegion(action: string) {
  return {
    action: `ssm:${action}`,
    resource: ({ state, region }: ResourceScope) => `arn:aws:ssm:${region}:${state.account.id}:*`,
    namesResource: true,
  };
}

/** Asks for an action on each parameter that is named. */
export function requireEach(
  context: OperationContext<unknown>,
  action: string,
  names: readonly string[],
): void {
  for (const text of names) {
    const { name } = readReference(text);
    context.require({
      action: `ssm:${action}`,
      resource: parameterArn(context, name),
      conditions: parameterTagConditions(context, name),
    });
  }
}

/** The condition keys of a parameter's own tags: `aws:ResourceTag/Key` and `ssm:resourceTag/Key`. */
export function parameterTagConditions(place: ResourceScope, name: string): ConditionValues {
  const tags = [...(findParameter(place, name)?.tags ?? [])];
  return {
    ...resourceTagConditions(tags.map(([key, value]) => ({ key, value }))),
    ...Object.fromEntries(tags.map(([key, value]) => [`ssm:resourceTag/${key}`, value])),
  };
}
