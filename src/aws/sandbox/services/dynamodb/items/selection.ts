import type { Select } from '@aws-sdk/client-dynamodb';
import { invalid, invalidValues } from '../dynamodb-errors.ts';
import { type DocumentPath, project } from '../expressions/index.ts';
import { projected, projectedNames } from '../tables/index.ts';
import type { Item } from '../values/index.ts';
import type { ItemSource } from './traverse.ts';

/** Attributes that a query or a scan answers with. */
export interface ItemSelection {
  readonly select: Select | undefined;
  readonly paths: readonly DocumentPath[] | undefined;
}

/** Refuses a selection that the request or the index cannot give. Texts: public test suites that run against AWS. */
export function checkSelection({ select, paths }: ItemSelection, { table, index }: ItemSource): void {
  if (select === 'SPECIFIC_ATTRIBUTES' && !paths)
    throw invalid(
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    );
  if (paths && select !== undefined && select !== 'SPECIFIC_ATTRIBUTES')
    throw invalid(
      select === 'COUNT'
        ? 'Cannot specify the ProjectionExpression when choosing to get only the Count'
        : `Cannot specify the ProjectionExpression when choosing to get ${select}`,
    );
  if (select === 'ALL_PROJECTED_ATTRIBUTES' && !index)
    throw invalid('ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName');
  if (index?.kind !== 'global' || index.projection === 'ALL') return;
  if (select === 'ALL_ATTRIBUTES')
    throw invalidValues(
      `Select type ALL_ATTRIBUTES is not supported for global secondary index ${index.name} because its projection type is not ALL`,
    );
  const known = projectedNames(table, index);
  const missing = [...new Set((paths ?? []).map(([name]) => name))].filter((name) => !known?.has(name));
  if (missing.length > 0)
    throw invalidValues(`Global secondary index ${index.name} does not project [${missing.join(', ')}]`);
}

/** An item as the answer shows it. A local index fetches what it lacks from the table. */
export function shown(item: Item, { select, paths }: ItemSelection, { table, index }: ItemSource): Item {
  if (paths) return project(item, paths);
  return index && select !== 'ALL_ATTRIBUTES' ? projected(table, index, item) : item;
}
