import type {
  GetParameterRequest,
  GetParameterResult,
  GetParametersByPathRequest,
  GetParametersByPathResult,
  GetParametersRequest,
  GetParametersResult,
  Parameter,
} from '@aws-sdk/client-ssm';
import { defineOperation, type OperationContext, paginate, sortedBy } from '../../operation/index.ts';
import {
  type FoundParameter,
  lookUp,
  mustFind,
  onFirst,
  onParameter,
  parameterArn,
  requireEach,
} from './locate.ts';
import { checkPath, isUnder } from './names.ts';
import { nameConstraint, namesConstraint, tenAtMost } from './parameter-constraints.ts';
import { filterByPath } from './parameter-filters.ts';
import { decryptValue } from './parameter-key.ts';
import { publicParameters } from './public-parameters.ts';
import { invalidNextToken } from './ssm-errors.ts';
import { latestOf, parametersIn } from './state.ts';

/** API reference, GetParametersByPath: the most that one answer holds. */
const PAGE = 10;

type Context = OperationContext<{ readonly WithDecryption?: boolean | undefined }>;

export default {
  GetParameter: defineOperation<GetParameterRequest, GetParameterResult>({
    constraints: { Name: nameConstraint },
    reads: ['WithDecryption'],
    access: onParameter('GetParameter'),
    handle: async (context) => ({
      Parameter: await toParameter(mustFind(context, context.input.Name ?? ''), context),
    }),
  }),
  GetParameters: defineOperation<GetParametersRequest, GetParametersResult>({
    constraints: { Names: namesConstraint },
    reads: ['WithDecryption'],
    access: onFirst('GetParameters'),
    handle: async (context) => {
      const names = [...new Set(context.input.Names ?? [])];
      requireEach(context, 'GetParameters', names.slice(1));
      const found = new Map(names.map((name) => [name, lookUp(context, name)]));
      const parameters = [...found.values()].filter((one) => one !== undefined);
      return {
        Parameters: await toParameters(
          sortedBy(parameters, ({ name }) => name),
          context,
        ),
        InvalidParameters: names.filter((name) => !found.get(name)),
      };
    },
  }),
  GetParametersByPath: defineOperation<GetParametersByPathRequest, GetParametersByPathResult>({
    constraints: { Path: nameConstraint, MaxResults: tenAtMost },
    reads: ['Recursive', 'ParameterFilters', 'WithDecryption', 'NextToken'],
    access: {
      action: 'ssm:GetParametersByPath',
      resource: (context) => parameterArn(context, context.input.Path ?? ''),
      namesResource: true,
      conditions: ({ input }) => ({ 'ssm:Recursive': String(input.Recursive ?? false) }),
    },
    handle: async (context) => {
      const {
        Path = '',
        Recursive = false,
        ParameterFilters = [],
        MaxResults = PAGE,
        NextToken,
      } = context.input;
      checkPath(Path);
      const all = Path.startsWith('/aws/') ? publicParameters(context.region) : parametersIn(context).list();
      const under = all.filter(({ name }) => isUnder(name, Path, Recursive));
      const chosen = filterByPath(under, ParameterFilters);
      const page = paginate(
        sortedBy(chosen, ({ name }) => name),
        ({ name }) => name,
        MaxResults,
        NextToken,
      );
      if (!page) throw invalidNextToken();
      return {
        Parameters: await toParameters(
          page.items.map((parameter) => ({
            name: parameter.name,
            selector: '',
            version: latestOf(parameter),
          })),
          context,
        ),
        NextToken: page.next,
      };
    },
  }),
};

function toParameters(found: readonly FoundParameter[], context: Context): Promise<Parameter[]> {
  return Promise.all(found.map((one) => toParameter(one, context)));
}

async function toParameter(
  { name, selector, version }: FoundParameter,
  context: Context,
): Promise<Parameter> {
  const hidden = version.ciphertext !== undefined && !context.input.WithDecryption;
  if (!hidden) await decryptValue(context, name, version);
  return {
    Name: name,
    Type: version.type,
    Value: hidden ? version.ciphertext : version.value,
    Version: version.version,
    Selector: selector || undefined,
    LastModifiedDate: version.modified,
    ARN: parameterArn(context, name),
    DataType: version.dataType,
  };
}
