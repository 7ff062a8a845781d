import {
  type ConditionValues,
  requestTagConditions,
  resourceTagConditions,
} from '../../authorization/index.ts';
import type { OperationContext } from '../../operation/index.ts';
import { type Ec2Kind, ec2Arn } from './ec2-kinds.ts';
import { findTagged } from './tagged-resources.ts';

type Context = OperationContext<object>;
type Members = Readonly<Record<string, unknown>>;

/** For `Describe...`: EC2's lists know no resource, and their denials name none (Service Authorization Reference). */
export const permissionToDescribe = (action: string) => ({
  action: `ec2:${action}`,
  resource: () => '*',
  namesResource: false,
});

/** For an operation that makes something: any resource of the kind. */
export const ec2PermissionToCreate = (action: string, kind: Ec2Kind) => ({
  action: `ec2:${action}`,
  resource: ({ state, region }: Context) => ec2Arn(state, region, kind, '*'),
  namesResource: true,
  conditions: ({ input, region }: Context) => ({ 'ec2:Region': region, ...requestTags(input as Members) }),
});

/** For an operation on the resource whose id is the value of an input member. */
export const permissionToChange = (action: string, kind: Ec2Kind, member: string) => ({
  action: `ec2:${action}`,
  resource: ({ input, state, region }: Context) =>
    ec2Arn(state, region, kind, String((input as Members)[member] ?? '*')),
  namesResource: true,
  conditions: (context: Context) => ({
    'ec2:Region': context.region,
    ...requestTags(context.input as Members),
    ...resourceTagConditions(tagsOf(context, String((context.input as Members)[member] ?? '')), 'ec2'),
  }),
});

/** Condition keys of the tags that a request gives to the resources it creates. */
export function requestTags({ TagSpecifications }: Members): ConditionValues {
  const specifications = (TagSpecifications ?? []) as readonly {
    readonly Tags?: readonly { readonly Key?: string; readonly Value?: string }[];
  }[];
  return requestTagConditions(specifications.flatMap(({ Tags = [] }) => Tags));
}

const tagsOf = ({ state, region }: Context, id: string) => findTagged(state, region, id)?.tags ?? [];
