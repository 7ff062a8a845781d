import type { OperationContext } from '../../operation/index.ts';
import { arnOf, type Kind } from './kinds.ts';

type Context = OperationContext<object>;

/** For `Describe...`: EC2's lists know no resource, and their denials name none (Service Authorization Reference). */
export const toDescribe = (action: string) => ({
  action: `ec2:${action}`,
  resource: () => '*',
  namesResource: false,
});

/** For an operation that makes something: any resource of the kind. */
export const toCreate = (action: string, kind: Kind) => ({
  action: `ec2:${action}`,
  resource: ({ state, region }: Context) => arnOf(state, region, kind, '*'),
  namesResource: true,
});

/** For an operation on the resource whose id is the value of an input member. */
export const toChange = (action: string, kind: Kind, member: string) => ({
  action: `ec2:${action}`,
  resource: ({ input, state, region }: Context) =>
    arnOf(state, region, kind, String((input as Readonly<Record<string, unknown>>)[member] ?? '*')),
  namesResource: true,
});
