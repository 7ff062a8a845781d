import type { AttributeDefinition } from '@aws-sdk/client-dynamodb';
import type { OperationContext } from '../../../operation/index.ts';
import { defineSlice } from '../../../state/index.ts';
import type { Item } from '../values/index.ts';

export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N' | 'B';
}

export interface KeySchema {
  readonly partition: KeyAttribute;
  readonly sort?: KeyAttribute;
}

/** Capacity units a second; both are 0 for an on-demand table. */
export interface Throughput {
  readonly read: number;
  readonly write: number;
}

export interface SecondaryIndex {
  readonly name: string;
  readonly kind: 'global' | 'local';
  readonly schema: KeySchema;
  /** Attributes beside the keys; `ALL` of them. */
  readonly projection: 'ALL' | readonly string[];
  /** Of a global index. */
  throughput: Throughput;
  /** Of a global index that was added to a table. */
  readonly created?: Date;
  deleted?: Date;
}

/** A stream of a table, as the table describes it: the sandbox does not simulate reading it. */
export interface TableStream {
  readonly arn: string;
  /** `2026-11-30T05:32:19.123` */
  readonly label: string;
  readonly view: string;
  readonly created: Date;
  disabled?: Date;
}

export interface DynamoDbTable {
  readonly name: string;
  readonly region: string;
  readonly arn: string;
  readonly id: string;
  readonly schema: KeySchema;
  definitions: readonly AttributeDefinition[];
  indexes: SecondaryIndex[];
  /** Since when the table is on demand; absent where its capacity is provisioned. */
  onDemand?: Date | undefined;
  throughput: Throughput;
  readonly created: Date;
  updated?: Date;
  deleted?: Date;
  deletionProtected: boolean;
  tableClass?: { readonly name: string; readonly since?: Date };
  readonly tags: Map<string, string>;
  /** By the text of their primary key. */
  readonly items: Map<string, Item>;
  /** The attribute that holds the second of the epoch at which an item expires. */
  timeToLive?: { readonly attribute: string; readonly enabled: boolean; readonly since: Date };
  /** The last one is the table's own; those before were disabled. */
  readonly streams: TableStream[];
}

const slice = defineSlice(
  'dynamodb',
  () => ({
    /** By ARN. */
    tables: new Map<string, DynamoDbTable>(),
    /** Answers of transactions by their client token. */
    transactions: new Map<string, { readonly request: string; readonly at: number }>(),
  }),
  ({ tables }) =>
    [...tables.values()]
      .filter(({ deleted }) => !deleted)
      .map(({ name, region, items, indexes }) => ({
        type: 'AWS::DynamoDB::Table',
        ...{ id: name, region },
        details: {
          Items: String(items.size),
          ...(indexes.length > 0 && { Indexes: indexes.map((index) => index.name).join(', ') }),
        },
      })),
);

export type Place = Pick<OperationContext<unknown>, 'state' | 'region' | 'clock'>;

export const dynamodbOf = ({ state }: Pick<Place, 'state'>) => state.of(slice);
