import type {
  DescribeParametersRequest,
  DescribeParametersResult,
  GetParameterHistoryRequest,
  GetParameterHistoryResult,
} from '@aws-sdk/client-ssm';
import { defineOperation, paginate, sortedBy } from '../../operation/index.ts';
import { findParameter, onParameter, onRegion, readReference } from './locate.ts';
import { fiftyAtMost, nameConstraint } from './parameter-constraints.ts';
import { filterDescribed, filterOld } from './parameter-filters.ts';
import { decryptValue } from './parameter-key.ts';
import { invalidNextToken, parameterNotFound, ssmValidationError } from './ssm-errors.ts';
import { latestOf, type ParameterVersion, parametersIn } from './state.ts';

/** API reference: the most that one answer holds. */
const PAGE = 50;

export default {
  DescribeParameters: defineOperation<DescribeParametersRequest, DescribeParametersResult>({
    constraints: { MaxResults: fiftyAtMost },
    reads: ['Filters', 'ParameterFilters', 'NextToken'],
    access: onRegion('DescribeParameters'),
    handle: (context) => {
      const { Filters = [], ParameterFilters = [], MaxResults = PAGE, NextToken } = context.input;
      if (Filters.length > 0 && ParameterFilters.length > 0)
        throw ssmValidationError('You can use either Filters or ParameterFilters in a single request.');
      const chosen = filterOld(filterDescribed(parametersIn(context).list(), ParameterFilters), Filters);
      const page = paginate(
        sortedBy(chosen, ({ name }) => name),
        ({ name }) => name,
        MaxResults,
        NextToken,
      );
      if (!page) throw invalidNextToken();
      return {
        Parameters: page.items.map((parameter) => ({
          Name: parameter.name,
          ...toMetadata(latestOf(parameter)),
        })),
        NextToken: page.next,
      };
    },
  }),
  GetParameterHistory: defineOperation<GetParameterHistoryRequest, GetParameterHistoryResult>({
    constraints: { Name: nameConstraint, MaxResults: fiftyAtMost },
    reads: ['WithDecryption', 'NextToken'],
    access: onParameter('GetParameterHistory'),
    handle: async (context) => {
      const { Name = '', WithDecryption, MaxResults = PAGE, NextToken } = context.input;
      const parameter = findParameter(context, readReference(Name).name);
      if (!parameter) throw parameterNotFound();
      const page = paginate(parameter.versions, keyOf, MaxResults, NextToken);
      if (!page) throw invalidNextToken();
      if (WithDecryption)
        for (const version of page.items) await decryptValue(context, parameter.name, version);
      return {
        Parameters: page.items.map((version) => ({
          Name: parameter.name,
          ...toMetadata(version),
          Value: WithDecryption ? version.value : (version.ciphertext ?? version.value),
          Labels: [...version.labels].sort(),
        })),
        NextToken: page.next,
      };
    },
  }),
};

/** Sorts as the number does. */
const keyOf = ({ version }: ParameterVersion) => String(version).padStart(12, '0');

function toMetadata(version: ParameterVersion) {
  return {
    Type: version.type,
    KeyId: version.keyId,
    LastModifiedDate: version.modified,
    LastModifiedUser: version.modifiedBy,
    Description: version.description,
    AllowedPattern: version.allowedPattern,
    Version: version.version,
    Tier: version.tier,
    Policies: version.policies.map(({ text }) => ({
      PolicyText: text,
      PolicyType: 'Expiration',
      PolicyStatus: 'Pending',
    })),
    DataType: version.dataType,
  };
}
