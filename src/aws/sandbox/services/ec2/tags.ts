import type * as Ec2 from '@aws-sdk/client-ec2';
import { type AccountState, defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error } from './ec2-errors.ts';
import { ec2Arn, ec2KindOf, notFound } from './ec2-kinds.ts';
import { applyFilters, ec2Page, PAGE_LIMITS } from './select.ts';
import type { Ec2Resource } from './state/index.ts';
import { mergeTags } from './tag-specifications.ts';
import { findTagged, permissionToDescribe, taggedResources } from './tagged-resources.ts';

function resourceById(state: AccountState, region: string, id: string): Ec2Resource {
  const known = findTagged(state, region, id);
  if (known) return known;
  const kind = ec2KindOf(id);
  throw kind ? notFound(kind, id) : ec2Error('InvalidID', `The ID '${id}' is not valid`);
}

const toTag = (action: string) => ({
  action: `ec2:${action}`,
  resource: ({
    input,
    state,
    region,
  }: OperationContext<{ readonly Resources?: readonly string[] | undefined }>) => {
    const [id = '*'] = input.Resources ?? [];
    const kind = ec2KindOf(id);
    return kind ? ec2Arn(state, region, kind, id) : `arn:aws:ec2:${region}:${state.account.id}:*/${id}`;
  },
  namesResource: true,
});

export default {
  CreateTags: defineOperation<Ec2.CreateTagsRequest, object>({
    reads: ['DryRun', 'Resources', 'Tags'],
    access: toTag('CreateTags'),
    handle: ({ input, state, region }) => {
      const { Resources = [], Tags = [] } = input;
      const resources = Resources.map((id) => resourceById(state, region, id));
      const merged = resources.map((resource) => mergeTags(resource.tags, Tags));
      for (const [index, resource] of resources.entries()) resource.tags = merged[index] ?? [];
      return {};
    },
  }),

  /** "If you specify a tag key without a tag value, ... we delete any tag with this key" (API reference). */
  DeleteTags: defineOperation<Ec2.DeleteTagsRequest, object>({
    reads: ['DryRun', 'Resources', 'Tags'],
    access: toTag('DeleteTags'),
    handle: ({ input, state, region }) => {
      const { Resources = [], Tags } = input;
      for (const resource of Resources.map((id) => resourceById(state, region, id)))
        resource.tags = resource.tags.filter(
          ({ key, value }) =>
            Tags !== undefined &&
            !Tags.some((tag) => tag.Key === key && (tag.Value === undefined || tag.Value === value)),
        );
      return {};
    },
  }),

  DescribeTags: defineOperation<Ec2.DescribeTagsRequest, Ec2.DescribeTagsResult>({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeTags'),
    handle: ({ input, state, region }) => {
      const all = taggedResources(state, region).flatMap(({ kind, resource }) =>
        resource.tags.map((tag) => ({ id: `${resource.id} ${tag.key}`, kind, resource, tag, tags: [tag] })),
      );
      const tags = applyFilters(
        all,
        input.Filters,
        {
          key: ({ tag }) => [tag.key],
          'resource-id': ({ resource }) => [resource.id],
          'resource-type': ({ kind }) => [kind.type],
          value: ({ tag }) => [tag.value],
        },
        (item) => item.tags,
      );
      const page = ec2Page(tags, input);
      return {
        Tags: page.items.map(({ kind, resource, tag }) => ({
          Key: tag.key,
          ResourceId: resource.id,
          ResourceType: kind.type as Ec2.ResourceType,
          Value: tag.value,
        })),
        NextToken: page.next,
      };
    },
  }),
};
