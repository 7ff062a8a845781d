import { type ConditionValues, resourceTagConditions } from '../../authorization/index.ts';
import type { OperationContext } from '../../operation/index.ts';
import { functionNotFound, invalidLambdaParameter, lambdaNotFound } from './lambda-errors.ts';
import { type FunctionVersion, functionsIn, type LambdaFunction, type LambdaPlace } from './lambda-state.ts';

interface Input {
  readonly FunctionName?: string | undefined;
  readonly Qualifier?: string | undefined;
}

/** A function as an input names it. */
export interface FunctionReference {
  readonly name: string;
  /** `$LATEST`, a version or an alias; undefined where the input has none. */
  readonly qualifier?: string;
  /** Set where the name has one. */
  readonly region?: string;
}

const FORM =
  /^(?:arn:aws[\w-]*:lambda:)?(?:((?:[a-z]+-)+\d):)?(?:\d{12}:)?(?:function:)?([\w.-]+)(?::(\$LATEST|[\w-]+))?$/;

/**
 * Reads a name, a partial ARN or an ARN, each with a qualifier or without. Throws InvalidParameterValueException where
 * the name and the input have different qualifiers.
 *
 * @example readFunctionName({ FunctionName: '123456789012:function:hello:live' }) // { name: 'hello', qualifier: 'live' }
 */
export function readFunctionName({ FunctionName = '', Qualifier }: Input): FunctionReference {
  const [, region, name = FunctionName, own] = FORM.exec(FunctionName) ?? [];
  if (own !== undefined && Qualifier !== undefined && own !== Qualifier)
    throw invalidLambdaParameter(
      'The derived qualifier from the function name does not match the specified qualifier.',
    );
  return { name, qualifier: own ?? Qualifier, region };
}

/** The ARN of what an input names, whether there is such a function or not. */
export function arnOfReference(place: LambdaPlace, { name, qualifier }: FunctionReference): string {
  const arn = functionsIn(place).arnOf(name);
  return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}

/** Throws ResourceNotFoundException for a function of another Region. */
function checkRegion({ region }: LambdaPlace, reference: FunctionReference): void {
  if (reference.region !== undefined && reference.region !== region)
    throw lambdaNotFound(
      `Functions from '${reference.region}' are not reachable in this region ('${region}')`,
    );
}

/** Finds the function that an input names. Throws ResourceNotFoundException, which names `shown` if it is given. */
export function findFunction(context: OperationContext<Input>, shown?: string): LambdaFunction {
  const reference = readFunctionName(context.input);
  checkRegion(context, reference);
  const found = functionsIn(context).get(reference.name);
  if (!found) throw functionNotFound(shown ?? functionsIn(context).arnOf(reference.name));
  return found;
}

/** Finds a version by its number, by `$LATEST`, or by an alias. */
export function versionOf(one: LambdaFunction, qualifier = '$LATEST'): FunctionVersion | undefined {
  if (qualifier === '$LATEST') return one.latest;
  const id = one.aliases.get(qualifier)?.version ?? qualifier;
  return id === '$LATEST' ? one.latest : one.versions.find((version) => version.id === id);
}

/** Finds the version that an input names. Throws ResourceNotFoundException. */
export function findVersion(context: OperationContext<Input>): {
  readonly one: LambdaFunction;
  readonly version: FunctionVersion;
  readonly reference: FunctionReference;
} {
  const reference = readFunctionName(context.input);
  const arn = arnOfReference(context, reference);
  const one = findFunction(context, arn);
  const version = versionOf(one, reference.qualifier);
  if (!version) throw functionNotFound(arn);
  return { one, version, reference };
}

/** An action on the function that the input names, by its ARN without a qualifier. */
export function onFunction<Given extends Input>(action: string) {
  return {
    ...onQualified<Given>(action),
    resource: (context: OperationContext<Given>) =>
      functionsIn(context).arnOf(readFunctionName({ FunctionName: context.input.FunctionName }).name),
  };
}

/** The same, by the ARN with the qualifier that the input has. */
export function onQualified<Given extends Input>(action: string) {
  return {
    action: `lambda:${action}`,
    resource: (context: OperationContext<Given>) => arnOfReference(context, readFunctionName(context.input)),
    namesResource: true,
    conditions: (context: OperationContext<Given>): ConditionValues => {
      const { name } = readFunctionName({ FunctionName: context.input.FunctionName });
      return functionTagConditions(functionsIn(context).get(name));
    },
  };
}

/** Condition keys of a function's tags. */
export function functionTagConditions(one: LambdaFunction | undefined): ConditionValues {
  return resourceTagConditions([...(one?.tags ?? [])].map(([key, value]) => ({ key, value })));
}

/** An action that knows no resource; a denial names it as `*`. */
export const onAllFunctions = (action: string) => ({
  action: `lambda:${action}`,
  resource: () => '*',
  namesResource: true,
});
