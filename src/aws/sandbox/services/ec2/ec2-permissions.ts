import type { OperationContext } from '../../operation/index.ts';
import { type Ec2Kind, ec2Arn } from './ec2-kinds.ts';

type Context = OperationContext<object>;

/** For `Describe...`: EC2's lists know no resource, and their denials name none (Service Authorization Reference). */
export const permissionToDescribe = (action: string) => ({
  action: `ec2:${action}`,
  resource: () => '*',
  namesResource: false,
});

/** For an operation that makes something: any resource of the kind. */
export const permissionToCreate = (action: string, kind: Ec2Kind) => ({
  action: `ec2:${action}`,
  resource: ({ state, region }: Context) => ec2Arn(state, region, kind, '*'),
  namesResource: true,
});

/** For an operation on the resource whose id is the value of an input member. */
export const permissionToChange = (action: string, kind: Ec2Kind, member: string) => ({
  action: `ec2:${action}`,
  resource: ({ input, state, region }: Context) =>
    ec2Arn(state, region, kind, String((input as Readonly<Record<string, unknown>>)[member] ?? '*')),
  namesResource: true,
});
