import type {
  AliasConfiguration,
  CreateAliasRequest,
  DeleteAliasRequest,
  GetAliasRequest,
  ListAliasesRequest,
  ListAliasesResponse,
  UpdateAliasRequest,
} from '@aws-sdk/client-lambda';
import {
  defineOperation,
  newRequestId,
  type OperationContext,
  paginate,
  sortedBy,
} from '../../operation/index.ts';
import { findFunction, onFunction, readFunctionName, versionOf } from './find-function.ts';
import * as rules from './lambda-constraints.ts';
import {
  functionNotFound,
  invalidLambdaParameter,
  invalidMarker,
  lambdaConflict,
  noSuchAlias,
  otherRevision,
} from './lambda-errors.ts';
import { type FunctionAlias, functionsIn, type LambdaFunction } from './lambda-state.ts';

/** API reference, ListAliases. */
const PAGE = 50;

type Named = { readonly FunctionName: string | undefined; readonly Name: string | undefined };

export default {
  CreateAlias: defineOperation<CreateAliasRequest, AliasConfiguration>({
    constraints: {
      FunctionName: rules.functionName,
      Name: rules.aliasName,
      FunctionVersion: rules.versionName,
      Description: rules.description,
    },
    reads: ['RoutingConfig.AdditionalVersionWeights'],
    access: onFunction('CreateAlias'),
    handle: (context) => {
      const { input, random } = context;
      const { FunctionName, Name = '', FunctionVersion = '', Description = '' } = input;
      const { name } = readFunctionName({ FunctionName });
      const one = findFunction(context, `${functionsIn(context).arnOf(name)}:${FunctionVersion}`);
      checkVersion(one, FunctionVersion);
      const weights = readWeights(input, FunctionVersion, one);
      if (one.aliases.has(Name)) throw lambdaConflict(`Alias already exists: ${one.arn}:${Name}`);
      const alias = { name: Name, version: FunctionVersion, description: Description, weights };
      one.aliases.set(Name, { ...alias, revisionId: newRequestId(random) });
      return toAlias(one, findAlias(one, Name));
    },
  }),
  GetAlias: defineOperation<GetAliasRequest, AliasConfiguration>({
    constraints: { FunctionName: rules.functionName, Name: rules.aliasName },
    access: onFunction('GetAlias'),
    handle: (context) => {
      const one = functionOfAlias(context);
      return toAlias(one, findAlias(one, context.input.Name ?? ''));
    },
  }),
  UpdateAlias: defineOperation<UpdateAliasRequest, AliasConfiguration>({
    constraints: {
      FunctionName: rules.functionName,
      Name: rules.aliasName,
      FunctionVersion: rules.versionName,
      Description: rules.description,
    },
    reads: ['RoutingConfig.AdditionalVersionWeights', 'RevisionId'],
    access: onFunction('UpdateAlias'),
    handle: (context) => {
      const { input, random } = context;
      const one = functionOfAlias(context);
      const alias = findAlias(one, input.Name ?? '');
      const version = input.FunctionVersion ?? alias.version;
      checkVersion(one, version);
      const weights = input.RoutingConfig ? readWeights(input, version, one) : alias.weights;
      if (input.RevisionId !== undefined && input.RevisionId !== alias.revisionId)
        throw otherRevision('GetFunction/GetAlias');
      Object.assign(alias, { version, weights, description: input.Description ?? alias.description });
      alias.revisionId = newRequestId(random);
      return toAlias(one, alias);
    },
  }),
  DeleteAlias: defineOperation<DeleteAliasRequest, object>({
    constraints: { FunctionName: rules.functionName, Name: rules.aliasName },
    access: onFunction('DeleteAlias'),
    handle: (context) => {
      const one = findFunction(context);
      const { Name = '' } = context.input;
      one.aliases.delete(Name);
      one.policies.delete(Name);
      return {};
    },
  }),
  ListAliases: defineOperation<ListAliasesRequest, ListAliasesResponse>({
    constraints: {
      FunctionName: rules.functionName,
      FunctionVersion: rules.versionName,
      MaxItems: rules.maxItems,
    },
    reads: ['Marker'],
    access: onFunction('ListAliases'),
    handle: (context) => {
      const { FunctionVersion, MaxItems = PAGE, Marker } = context.input;
      const one = findFunction(context);
      const all = sortedBy([...one.aliases.values()], ({ name }) => name).filter(
        ({ version }) => FunctionVersion === undefined || version === FunctionVersion,
      );
      const page = paginate(all, ({ name }) => name, Math.min(MaxItems, PAGE), Marker);
      if (!page) throw invalidMarker();
      return { Aliases: page.items.map((alias) => toAlias(one, alias)), NextMarker: page.next };
    },
  }),
};

/** Finds the function; where it is not there, AWS misses the alias. */
function functionOfAlias(context: OperationContext<Named>): LambdaFunction {
  const { name } = readFunctionName({ FunctionName: context.input.FunctionName });
  const arn = functionsIn(context).arnOf(name);
  if (!functionsIn(context).get(name)) throw noSuchAlias(`${arn}:${context.input.Name}`);
  return findFunction(context);
}

function findAlias(one: LambdaFunction, name: string): FunctionAlias {
  const alias = one.aliases.get(name);
  if (!alias) throw noSuchAlias(`${one.arn}:${name}`);
  return alias;
}

function checkVersion(one: LambdaFunction, version: string): void {
  if (!/^(\$LATEST|\d+)$/.test(version) || !versionOf(one, version))
    throw functionNotFound(`${one.arn}:${version}`);
}

type Routed = Pick<CreateAliasRequest, 'RoutingConfig'>;

/** The shares of other versions, which take part of the invocations. Throws InvalidParameterValueException. */
function readWeights(
  { RoutingConfig }: Routed,
  version: string,
  one: LambdaFunction,
): ReadonlyMap<string, number> {
  const weights = Object.entries(RoutingConfig?.AdditionalVersionWeights ?? {});
  if (weights.length > 1)
    throw invalidLambdaParameter('Number of items in AdditionalVersionWeights cannot be greater than 1');
  if (weights.length > 0 && version === '$LATEST')
    throw invalidLambdaParameter('$LATEST is not supported for an alias pointing to more than 1 version');
  if (weights.some(([id]) => id === version))
    throw invalidLambdaParameter(
      `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
    );
  for (const [id] of weights) checkVersion(one, id);
  return new Map(weights);
}

function toAlias({ arn }: LambdaFunction, alias: FunctionAlias): AliasConfiguration {
  return {
    AliasArn: `${arn}:${alias.name}`,
    Name: alias.name,
    FunctionVersion: alias.version,
    Description: alias.description,
    RoutingConfig:
      alias.weights.size > 0 ? { AdditionalVersionWeights: Object.fromEntries(alias.weights) } : undefined,
    RevisionId: alias.revisionId,
  };
}
