import { resourceTagConditions } from '../../../authorization/index.ts';
import type { OperationContext, ResourceScope } from '../../../operation/index.ts';
import { invalid, tableNotFound } from '../dynamodb-errors.ts';
import { type DynamoDbTable, type SecondaryIndex, tableStatus, tablesIn } from './state.ts';

export function tableArn({ region, state }: Pick<ResourceScope, 'region' | 'state'>, name: string): string {
  return `arn:aws:dynamodb:${region}:${state.account.id}:table/${name}`;
}

/** The ARN of the table that a request names, by its name or by its ARN. */
export function arnOf(place: Pick<ResourceScope, 'region' | 'state'>, reference = ''): string {
  return reference.startsWith('arn:') ? reference : tableArn(place, reference);
}

const NAME = /^[a-zA-Z0-9_.-]{3,255}$/;
const ARN = /^arn:aws[\w-]*:dynamodb:[\w-]+:\d{12}:table\/[a-zA-Z0-9_.-]+$/;

/** Finds a table, whatever its status. Throws ResourceNotFoundException, which names it. */
export function findTable(place: ResourceScope, reference: string | undefined): DynamoDbTable {
  const table = tablesIn(place).find(({ arn }) => arn === arnOf(place, reference));
  if (!table) throw tableNotFound(reference?.replace(/^arn:.*\//, ''));
  return table;
}

/** Finds a table that can be read and written. Throws ResourceNotFoundException, which names nothing. */
export function openTable(place: ResourceScope, reference = ''): DynamoDbTable {
  if (!NAME.test(reference) && !ARN.test(reference))
    throw invalid(
      "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'",
    );
  const table = tablesIn(place).find(({ arn }) => arn === arnOf(place, reference));
  const status = table && tableStatus(table, place.clock);
  if (!table || status === 'CREATING' || status === 'DELETING') throw tableNotFound();
  return table;
}

/** Finds an index of a table; undefined where the request names none. */
export function findIndex({ indexes }: DynamoDbTable, name: string | undefined): SecondaryIndex | undefined {
  if (name === undefined) return undefined;
  const index = indexes.find((one) => one.name === name && !one.deleted);
  if (!index) throw invalid(`The table does not have the specified index: ${name}`);
  return index;
}

interface OneTable {
  readonly TableName?: string | undefined;
}

/** An action on the table that the input names. */
export function onTable<Input extends OneTable>(action: string) {
  return {
    action: `dynamodb:${action}`,
    resource: (context: OperationContext<Input>) => arnOf(context, context.input.TableName),
    namesResource: true,
    conditions: (context: OperationContext<Input>) =>
      tableTagConditions(context, arnOf(context, context.input.TableName)),
  };
}

/** The condition keys of a table's own tags. */
export function tableTagConditions(place: ResourceScope, arn: string) {
  const tags = tablesIn(place).find((table) => table.arn === arn)?.tags ?? [];
  return resourceTagConditions([...tags].map(([key, value]) => ({ key, value })));
}
