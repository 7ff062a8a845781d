import type { SimulatedService } from '../../operation/index.ts';

export const dynamodb: SimulatedService = {
  resources: [
    {
      load: () => import(/* webpackChunkName: "dynamodb" */ './tables/tables.ts'),
      names: ['CreateTable', 'DeleteTable', 'DescribeTable', 'ListTables'],
    },
    {
      load: () => import(/* webpackChunkName: "dynamodb" */ './tables/update-table.ts'),
      names: ['UpdateTable'],
    },
    {
      load: () => import(/* webpackChunkName: "dynamodb" */ './tables/table-tags.ts'),
      names: ['ListTagsOfResource', 'TagResource', 'UntagResource'],
    },
    {
      load: () => import(/* webpackChunkName: "dynamodb" */ './tables/time-to-live.ts'),
      names: ['DescribeTimeToLive', 'UpdateTimeToLive'],
    },
    {
      load: () => import(/* webpackChunkName: "dynamodb" */ './tables/table-limits.ts'),
      names: ['DescribeLimits'],
    },
    {
      load: () => import(/* webpackChunkName: "dynamodb" */ './items/items.ts'),
      names: ['DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'],
    },
    { load: () => import(/* webpackChunkName: "dynamodb" */ './items/read.ts'), names: ['Query', 'Scan'] },
    {
      load: () => import(/* webpackChunkName: "dynamodb" */ './items/batch.ts'),
      names: ['BatchGetItem', 'BatchWriteItem'],
    },
    {
      load: () => import(/* webpackChunkName: "dynamodb" */ './items/transactions.ts'),
      names: ['TransactGetItems', 'TransactWriteItems'],
    },
    {
      load: () => import(/* webpackChunkName: "dynamodb" */ './statements/statements.ts'),
      names: ['BatchExecuteStatement', 'ExecuteStatement', 'ExecuteTransaction'],
    },
  ],
};

/** Streams have an endpoint of their own; what they tell is in the tables. */
export const dynamodbstreams: SimulatedService = {
  resources: [
    {
      load: () => import(/* webpackChunkName: "dynamodb" */ './streams/streams.ts'),
      names: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'],
    },
  ],
};
