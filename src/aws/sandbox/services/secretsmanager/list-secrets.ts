import type { Filter, ListSecretsRequest, ListSecretsResponse } from '@aws-sdk/client-secrets-manager';
import { defineOperation, paginate } from '../../operation/index.ts';
import { maxResults, nextToken, secretFilters, sortOrder } from './secret-constraints.ts';
import { stagesOf, toMetadata } from './secrets.ts';
import { invalidSecretsToken } from './secrets-errors.ts';
import { type Secret, secretsIn } from './secrets-state.ts';

/** API reference, ListSecrets: the most that one answer holds. */
const PAGE = 100;

export default {
  ListSecrets: defineOperation<ListSecretsRequest, ListSecretsResponse>({
    constraints: {
      MaxResults: maxResults,
      NextToken: nextToken,
      Filters: secretFilters,
      SortOrder: sortOrder,
    },
    reads: ['IncludePlannedDeletion'],
    access: { action: 'secretsmanager:ListSecrets', resource: () => '*', namesResource: false },
    handle: (context) => {
      const { IncludePlannedDeletion, Filters = [], SortOrder, MaxResults = PAGE, NextToken } = context.input;
      const all = secretsIn(context).list();
      const shown = all.filter(
        (secret) =>
          (IncludePlannedDeletion || !secret.deletion) && Filters.every((filter) => matches(secret, filter)),
      );
      const sorted = SortOrder === 'desc' ? [...shown].reverse() : shown;
      const places = new Map(sorted.map((secret, index) => [secret, String(index).padStart(12, '0')]));
      const page = paginate(sorted, (secret) => places.get(secret) ?? '', MaxResults, NextToken);
      if (!page) throw invalidSecretsToken();
      return {
        SecretList: page.items.map((secret) => ({
          ...toMetadata(secret),
          SecretVersionsToStages: stagesOf(secret),
        })),
        NextToken: page.next,
      };
    },
  }),
};

/**
 * Tells whether one of the values matches; a value after `!` must not match. Source: User Guide, "Find secrets in AWS Secrets Manager":
 * names, tags and descriptions match by their beginning; names and tags mind capital letters, descriptions do not.
 */
function matches(secret: Secret, { Key = 'all', Values = [] }: Filter): boolean {
  const texts = textsOf(secret);
  const searched = Key === 'all' ? Object.values(texts).flat() : (texts[Key] ?? []);
  const folds = Key === 'description' || Key === 'all';
  return Values.some((value) => {
    const wanted = value.replace(/^!/, '');
    const found = searched.some((text) => begins(text, wanted, folds));
    return value.startsWith('!') ? !found : found;
  });
}

function textsOf(secret: Secret): Record<string, readonly string[]> {
  return {
    description: [secret.description ?? '', ...(secret.description ?? '').split(/\s+/)],
    name: [secret.name],
    'tag-key': [...(secret.tags?.keys() ?? [])],
    'tag-value': [...(secret.tags?.values() ?? [])],
    'primary-region': [secret.region],
  };
}

function begins(text: string, wanted: string, folds: boolean): boolean {
  return folds ? text.toLowerCase().startsWith(wanted.toLowerCase()) : text.startsWith(wanted);
}
