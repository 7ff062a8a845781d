import type {
  ListTagsRequest,
  ListTagsResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from '@aws-sdk/client-lambda';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, type OperationContext, parameterNotSimulated } from '../../operation/index.ts';
import { functionTagConditions } from './find-function.ts';
import * as rules from './lambda-constraints.ts';
import { functionNotFound, invalidLambdaParameter } from './lambda-errors.ts';
import { functionsIn, type LambdaFunction } from './lambda-state.ts';

/** Developer Guide, "Using tags on Lambda functions". */
const MOST_TAGS = 50;

/** Checks the tags of one function. Throws InvalidParameterValueException. */
export function checkFunctionTags(tags: ReadonlyMap<string, string>): void {
  if (tags.size > MOST_TAGS) throw invalidLambdaParameter('Number of tags exceeds resource tag limit.');
}

type Input = { readonly Resource: string | undefined };

export default {
  TagResource: defineOperation<TagResourceRequest, object>({
    constraints: { Resource: rules.taggedArn },
    reads: ['Tags'],
    access: {
      ...onTagged<TagResourceRequest>('TagResource'),
      conditions: (context) => ({
        ...onTagged('TagResource').conditions(context),
        ...requestTagConditions(
          Object.entries(context.input.Tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
        ),
      }),
    },
    handle: (context) => {
      const one = findTagged(context, 'TagResource');
      const added = Object.entries(context.input.Tags ?? {});
      if (added.length === 0)
        throw invalidLambdaParameter('An error occurred and the request cannot be processed.');
      checkFunctionTags(new Map([...one.tags, ...added]));
      for (const [key, value] of added) one.tags.set(key, value);
      return {};
    },
  }),
  UntagResource: defineOperation<UntagResourceRequest, object>({
    constraints: { Resource: rules.taggedArn },
    reads: ['TagKeys'],
    access: {
      ...onTagged<UntagResourceRequest>('UntagResource'),
      conditions: (context) => ({
        ...onTagged('UntagResource').conditions(context),
        'aws:TagKeys': context.input.TagKeys,
      }),
    },
    handle: (context) => {
      const one = findTagged(context, 'UntagResource');
      for (const key of context.input.TagKeys ?? []) one.tags.delete(key);
      return {};
    },
  }),
  ListTags: defineOperation<ListTagsRequest, ListTagsResponse>({
    constraints: { Resource: rules.taggedArn },
    access: onTagged('ListTags'),
    handle: (context) => ({ Tags: Object.fromEntries(findTagged(context, 'ListTags').tags) }),
  }),
};

/** `arn:aws:lambda:REGION:ACCOUNT:function:NAME` with a qualifier or without; undefined for another resource. */
function readArn(arn: string): { readonly name: string; readonly qualifier?: string } | undefined {
  const [, , , , , kind, name, qualifier] = arn.split(':');
  return kind === 'function' && name !== undefined ? { name, qualifier } : undefined;
}

function findTagged(context: OperationContext<Input>, operation: string): LambdaFunction {
  const { Resource = '' } = context.input;
  const named = readArn(Resource);
  if (!named) throw parameterNotSimulated('lambda', operation, `Resource=${Resource}`);
  if (named.qualifier !== undefined)
    throw invalidLambdaParameter(
      'Tags on function aliases and versions are not supported. Please specify a function ARN.',
    );
  const one = functionsIn(context).get(named.name);
  if (one?.arn !== Resource) throw functionNotFound(Resource);
  return one;
}

function onTagged<Given extends Input>(action: string) {
  return {
    action: `lambda:${action}`,
    resource: ({ input }: OperationContext<Given>) => input.Resource ?? '',
    namesResource: true,
    conditions: (context: OperationContext<Given>) =>
      functionTagConditions(functionsIn(context).get(readArn(context.input.Resource ?? '')?.name ?? '')),
  };
}
