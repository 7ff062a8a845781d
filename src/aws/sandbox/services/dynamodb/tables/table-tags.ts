import type {
  ListTagsOfResourceInput,
  ListTagsOfResourceOutput,
  TagResourceInput,
  UntagResourceInput,
} from '@aws-sdk/client-dynamodb';
import { requestTagConditions } from '../../../authorization/index.ts';
import {
  defineOperation,
  type OperationContext,
  paginate,
  ServiceError,
  sortedBy,
} from '../../../operation/index.ts';
import { invalid } from '../dynamodb-errors.ts';
import { tableTagConditions } from './find-table.ts';
import { type DynamoDbTable, tablesIn } from './state.ts';

const source = 'botocore, data/dynamodb/2012-08-10/service-2.json';
const key = { source, required: true, minLength: 1, maxLength: 128 };
const resourceArn = { source, minLength: 1, maxLength: 1283 };
/** "You can list up to ten tags a page" is what AWS was seen to do: its reference names no number. */
const PAGE = 10;

interface OneResource {
  readonly ResourceArn?: string | undefined;
}

export default {
  TagResource: defineOperation<TagResourceInput, object>({
    constraints: {
      ResourceArn: resourceArn,
      Tags: {
        source,
        item: { source, members: { Key: key, Value: { source, required: true, maxLength: 256 } } },
      },
    },
    access: {
      ...onResource('TagResource'),
      conditions: (context) => ({
        ...onResource('TagResource').conditions(context),
        ...requestTagConditions(context.input.Tags),
      }),
    },
    handle: (context) => {
      const { tags } = findTagged(context);
      for (const { Key = '', Value = '' } of context.input.Tags ?? []) tags.set(Key, Value);
      return {};
    },
  }),
  UntagResource: defineOperation<UntagResourceInput, object>({
    constraints: {
      ResourceArn: resourceArn,
      TagKeys: { source, item: { source, minLength: 1, maxLength: 128 } },
    },
    access: {
      ...onResource('UntagResource'),
      conditions: (context) => ({
        ...onResource('UntagResource').conditions(context),
        'aws:TagKeys': context.input.TagKeys,
      }),
    },
    handle: (context) => {
      const { tags } = findTagged(context);
      for (const name of context.input.TagKeys ?? []) tags.delete(name);
      return {};
    },
  }),
  ListTagsOfResource: defineOperation<ListTagsOfResourceInput, ListTagsOfResourceOutput>({
    constraints: { ResourceArn: resourceArn },
    reads: ['NextToken'],
    access: onResource('ListTagsOfResource'),
    handle: (context) => {
      const tags = [...findTagged(context).tags].map(([Key, Value]) => ({ Key, Value }));
      const sorted = sortedBy(tags, ({ Key }) => Key);
      const page = paginate(sorted, ({ Key }) => Key, PAGE, context.input.NextToken);
      // Our wording.
      if (!page) throw invalid('Invalid NextToken');
      return { Tags: [...page.items], NextToken: page.next };
    },
  }),
};

function onResource(action: string) {
  const arn = ({ input }: OperationContext<OneResource>) => input.ResourceArn ?? '';
  return {
    action: `dynamodb:${action}`,
    resource: arn,
    namesResource: true,
    conditions: (context: OperationContext<OneResource>) => tableTagConditions(context, arn(context)),
  };
}

function findTagged(context: OperationContext<OneResource>): DynamoDbTable {
  const { ResourceArn = '' } = context.input;
  if (!/^arn:aws[\w-]*:dynamodb:[^:]+:\d{12}:table\/[^/]+$/.test(ResourceArn))
    throw invalid(`Invalid TableArn: Invalid ResourceArn provided as input ${ResourceArn}`);
  const table = tablesIn(context).find(({ arn }) => arn === ResourceArn);
  if (!table)
    throw new ServiceError(
      400,
      'ResourceNotFoundException',
      `Requested resource not found: ResourcArn: ${ResourceArn} not found`,
    );
  return table;
}
