import type { Tag as SdkTag } from '@aws-sdk/client-iam';
import type { Tag } from '../../account/index.ts';
import {
  type ConditionValues,
  requestTagConditions,
  resourceTagConditions,
} from '../../authorization/index.ts';
import { type Caller, identityOf, type OperationContext, type UserRecord } from '../../operation/index.ts';
import { iamValidationError } from './iam-errors.ts';
import { type IamKind, iamArn, users } from './iam-kinds.ts';

type Context = OperationContext<object>;
type Named = Readonly<Record<string, unknown>>;

/**
 * Permission for an operation on one resource. A denial names it as AWS was seen to: `user bob`,
 * `policy arn:...`, and by its ARN a thing that is to be made, or a list.
 */
export function permissionOn(kind: IamKind<unknown>, action: string) {
  const nameOf = ({ input }: Context) => String((input as Named)[kind.parameter]);
  return {
    action: `iam:${action}`,
    resource: (context: Context) => kind.arn(context.state, nameOf(context)),
    namesResource: true,
    shown: (context: Context) => kind.shown?.(nameOf(context)),
    conditions: (context: Context) =>
      iamConditionKeys(context.input, kind.find(context.state, nameOf(context)) as Target | undefined),
  };
}

/** The same for operations that take the caller's own user where none is named. */
export function permissionOnUser(action: string) {
  return {
    action: `iam:${action}`,
    resource: (context: Context) => {
      const name = nameOrOwn(context);
      return name === undefined
        ? identityOf(context.caller, context.state).arn
        : users.arn(context.state, name);
    },
    namesResource: true,
    shown: (context: Context) => {
      const name = nameOrOwn(context);
      return name === undefined ? undefined : users.shown?.(name);
    },
    conditions: (context: Context) =>
      iamConditionKeys(context.input, users.find(context.state, nameOrOwn(context) ?? '')),
  };
}

function nameOrOwn({ input, caller }: Context): string | undefined {
  return (input as { UserName?: string }).UserName ?? userOf(caller)?.name;
}

/** For an operation that makes something: its ARN to be. */
export function permissionToCreate(noun: string, action: string, parameter: string) {
  return {
    action: `iam:${action}`,
    resource: ({ input, state }: Context) => {
      const { Path, [parameter]: name } = input as Named;
      return iamArn(state, noun, String(Path ?? '/'), String(name));
    },
    namesResource: true,
    conditions: ({ input }: Context) => iamConditionKeys(input, undefined),
  };
}

/** For a list: all that begins with the path. */
export function permissionToList(noun: string, action: string) {
  return {
    action: `iam:${action}`,
    resource: ({ input, state }: Context) =>
      iamArn(state, noun, String((input as Named).PathPrefix ?? '/'), ''),
    namesResource: true,
  };
}

/** Managed policies have names of their own in denials, as seen on AWS. */
export const permissionToCreatePolicy = {
  ...permissionToCreate('policy', 'CreatePolicy', 'PolicyName'),
  shown: ({ input }: Context) => `policy ${(input as Named).PolicyName}`,
};

export const permissionToListPolicies = {
  ...permissionToList('policy', 'ListPolicies'),
  shown: ({ input }: Context) => `policy path ${(input as Named).PathPrefix ?? '/'}`,
};

/** For what belongs to the account as a whole. */
export function permissionOnAccount(action: string) {
  return { action: `iam:${action}`, resource: () => '*', namesResource: true };
}

/** The user that calls; undefined for a caller that is none, such as an assumed role. */
export function userOf(caller: Caller): UserRecord | undefined {
  return caller.kind === 'long-term' || caller.kind === 'session' ? caller.user : undefined;
}

/** The named user, else the one that calls. Throws NoSuchEntity or ValidationError. */
export function namedOrCaller({ input, caller, state }: OperationContext<{ UserName?: string }>): UserRecord {
  if (input.UserName !== undefined) {
    const named = users.find(state, input.UserName);
    if (!named) throw users.missing(input.UserName);
    return named;
  }
  const own = userOf(caller);
  if (!own) throw iamValidationError('Must specify userName when calling with non-User credentials');
  return own;
}

/** Members of an input that policies have conditions on. */
interface Telling {
  readonly PolicyArn?: string | undefined;
  readonly PermissionsBoundary?: string | undefined;
  readonly Tags?: readonly SdkTag[] | undefined;
  readonly TagKeys?: readonly string[] | undefined;
}

/** A user, a role, or anything else that has tags or a boundary. */
interface Target {
  readonly tags?: readonly Tag[];
  readonly permissionsBoundary?: { readonly arn: string } | undefined;
}

/**
 * IAM's condition keys, beside the global ones: of the request's own words, then of what it is about.
 * Source: Service Authorization Reference, "Condition keys for AWS Identity and Access Management (IAM)".
 */
function iamConditionKeys(input: Telling, target: Target | undefined): ConditionValues {
  return {
    'iam:PolicyARN': input.PolicyArn,
    'iam:PermissionsBoundary': input.PermissionsBoundary ?? target?.permissionsBoundary?.arn,
    'aws:TagKeys': input.TagKeys?.length ? input.TagKeys : undefined,
    ...requestTagConditions(input.Tags),
    ...resourceTagConditions(target?.tags ?? [], 'iam'),
  };
}
