import { toBase64 } from '@smithy/core/serde';
import type { ConditionValues } from '../../../authorization/index.ts';
import type { OperationContext } from '../../../operation/index.ts';
import {
  readCondition,
  readKeyCondition,
  readPlaceholders,
  requestedAttributes,
} from '../expressions/index.ts';
import { arnOf, type KeySchema, tablesIn, tableTagConditions } from '../tables/index.ts';
import type { AttributeValue, Item } from '../values/index.ts';

/** Members of a request on items that permissions depend on. */
export interface ItemRequest {
  readonly TableName?: string | undefined;
  readonly IndexName?: string | undefined;
  readonly Item?: Item | undefined;
  readonly Key?: Item | undefined;
  /** Of a batch. */
  readonly keys?: readonly Item[];
  readonly Select?: string | undefined;
  readonly ReturnValues?: string | undefined;
  readonly ReturnConsumedCapacity?: string | undefined;
  readonly KeyConditionExpression?: string | undefined;
  readonly FilterExpression?: string | undefined;
  readonly ProjectionExpression?: string | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly UpdateExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  readonly ExpressionAttributeValues?: Record<string, AttributeValue> | undefined;
}

type Context = Pick<OperationContext<unknown>, 'state' | 'region' | 'clock'>;

/** An action on the items of a table, or of an index of it. */
export function onItems<Input extends ItemRequest>(action: string) {
  return {
    action: `dynamodb:${action}`,
    resource: ({ input, ...context }: OperationContext<Input>) => resourceOf(input, context),
    namesResource: true,
    conditions: ({ input, ...context }: OperationContext<Input>) => itemConditions(input, context),
  };
}

/** Asks for an action on the items of one part of a batch or a transaction. */
export function requireOnItems(
  context: OperationContext<unknown>,
  action: string,
  request: ItemRequest,
  enclosing?: string,
): void {
  context.require({
    action: `dynamodb:${action}`,
    resource: resourceOf(request, context),
    conditions: { ...itemConditions(request, context), 'dynamodb:EnclosingOperation': enclosing },
  });
}

function resourceOf({ TableName, IndexName }: ItemRequest, context: Context): string {
  const table = arnOf(context, TableName);
  return IndexName === undefined ? table : `${table}/index/${IndexName}`;
}

/**
 * Source: service authorization reference, "Condition keys for Amazon DynamoDB"; Developer Guide, "Using IAM policy
 * conditions for fine-grained access control".
 */
export function itemConditions(request: ItemRequest, context: Context): ConditionValues {
  const arn = arnOf(context, request.TableName);
  return {
    ...tableTagConditions(context, arn),
    'dynamodb:LeadingKeys': leadingKeys(request, context, arn),
    'dynamodb:Attributes': attributesOf(request),
    'dynamodb:Select': request.Select,
    'dynamodb:ReturnValues': request.ReturnValues,
    'dynamodb:ReturnConsumedCapacity': request.ReturnConsumedCapacity,
  };
}

/** Values of the partition key; undefined where the request names none, as a scan. */
function leadingKeys(request: ItemRequest, context: Context, arn: string): string[] | undefined {
  const table = tablesIn(context).find((one) => one.arn === arn);
  if (!table) return undefined;
  const index = table.indexes.find(({ name }) => name === request.IndexName);
  const schema = index?.schema ?? table.schema;
  const keys = request.keys ?? [request.Key ?? request.Item ?? {}];
  const values = keys.map((key) => key[schema.partition.name] ?? queried(request, schema));
  const texts = values.flatMap((value) => (value ? [textOf(value)] : []));
  return texts.length > 0 ? texts : undefined;
}

/** A request that is wrong is refused later, in its own words. */
function queried(request: ItemRequest, schema: KeySchema): AttributeValue | undefined {
  if (request.KeyConditionExpression === undefined) return undefined;
  try {
    const placeholders = readPlaceholders(request, { expressions: [], given: true });
    const condition = readCondition('KeyConditionExpression', request.KeyConditionExpression, placeholders);
    return condition && readKeyCondition(condition, schema).partition;
  } catch {
    return undefined;
  }
}

function textOf({ S, N, B }: AttributeValue): string {
  return S ?? N ?? (B ? toBase64(B) : '');
}

function attributesOf(request: ItemRequest): string[] | undefined {
  const names = [
    ...Object.keys(request.Item ?? {}),
    ...Object.keys(request.Key ?? {}),
    ...(request.keys ?? []).flatMap((key) => Object.keys(key)),
    ...requestedAttributes(request),
  ];
  return names.length > 0 ? [...new Set(names)] : undefined;
}
