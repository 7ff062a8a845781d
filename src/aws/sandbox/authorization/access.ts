import type { ErrorCatalogue } from '../errors/index.ts';
import {
  decide,
  type PolicySet,
  type PolicyStatement,
  type RequestPrincipal,
} from '../policy-engine/index.ts';
import { toList } from '../policy-engine/one-or-more.ts';
import {
  type AccountState,
  type Caller,
  credentialOwner,
  identityOf,
  identityPolicies,
  type PermissionLog,
} from '../state/index.ts';
import { type ConditionValues, conditionsOf, type RequestContext, toContext } from './condition-values.ts';
import { encodeMessage } from './encoded-message.ts';
import { decidingRefusal, refuseUndecidable } from './refusal.ts';

/** A permission that a caller needs. */
interface Question {
  /** `iam:ListUsers` */
  readonly action: string;
  /** An ARN, or `*` where the action knows no resource. */
  readonly resource: string;
  /** Condition keys that this action has beside the global ones. */
  readonly conditions?: ConditionValues;
  /** The trust policy of the role that is asked for. */
  readonly trust?: unknown;
  /** The resource's own policy, as data; absent where it has none. */
  readonly policy?: unknown;
  /** Set where that policy must name the caller or its account: identity-based policies alone are not enough. */
  readonly policyDecides?: boolean | undefined;
  /** Set to false where a denial does not name the resource. */
  readonly namesResource?: boolean;
  /** Name in a denial instead of the resource's ARN. */
  readonly shown?: string | undefined;
}

/** The permissions of one caller in one request. */
export interface Access {
  /** Throws the service's own error where policies do not allow it. */
  require(question: Question): void;
}

interface AccessContext extends RequestContext {
  /** A resource's own policy, where a question does not bring it; undefined where there is none. */
  policyOn?(resource: string): unknown;
}

export function createAccess(context: AccessContext, errors: ErrorCatalogue): Access {
  const { caller, state } = context;
  return {
    require: ({
      action,
      resource,
      conditions,
      trust,
      policy,
      policyDecides = false,
      namesResource = true,
      shown,
    }) => {
      const values = conditionsOf(context, conditions);
      const request = {
        action,
        resource,
        conditions: toContext(values),
        principal: principalOf(caller, state),
      };
      const policies = {
        ...policiesOf(caller, state),
        trust,
        resource: policy ?? context.policyOn?.(resource),
        resourceDecides: policyDecides,
      };
      const verdict = decide(policies, request);
      refuseUndecidable(verdict, caller, state, action);
      const identity = identityOf(caller, state);
      if (verdict.allowed) {
        const principal = values['aws:PrincipalArn'];
        if (typeof principal === 'string')
          notePermission(state.permissions, { principal, action, resource }, policies);
        return;
      }
      state.refusal = decidingRefusal(verdict, policies, request, { caller, state });
      throw errors.denied({
        ...{ principalArn: identity.arn, action, explicit: verdict.explicit, by: verdict.by },
        resource: namesResource ? (shown ?? resource) : undefined,
        encoded: () =>
          encodeMessage({ identity, action, resource, values, explicit: verdict.explicit }, state),
      });
    },
  };
}

/** The policies that bear on what a caller asks for. */
function policiesOf(caller: Caller, state: AccountState): PolicySet {
  if (caller.kind === 'service' || caller.kind === 'anonymous') return { identity: [] };
  const owner = credentialOwner(caller);
  return {
    identity: identityPolicies(state, owner).map(({ document }) => document),
    boundary: owner.permissionsBoundary?.defaultVersion.document,
    session: 'sessionPolicies' in caller ? caller.sessionPolicies : undefined,
  };
}

/** The caller as trust policies name it. */
function principalOf(caller: Caller, state: AccountState): RequestPrincipal {
  if (caller.kind === 'service') return { service: caller.name };
  if (caller.kind === 'anonymous') return { anonymous: true };
  return {
    accountId: state.account.id,
    arn: identityOf(caller, state).arn,
    roleArn: caller.kind === 'assumed-role' ? caller.role.arn : undefined,
  };
}

/** Notes a permission that policies gave, and what the policies of the caller allow in all. */
function notePermission(
  log: PermissionLog,
  permission: { readonly principal: string; readonly action: string; readonly resource: string },
  { identity }: PolicySet,
): void {
  const { principal, action, resource } = permission;
  log.used.set(JSON.stringify([principal, action, resource]), permission);
  const granted = log.granted.get(principal) ?? new Set<string>();
  for (const document of identity) for (const one of allowedActions(document)) granted.add(one);
  log.granted.set(principal, granted);
}

function allowedActions(document: unknown): readonly string[] {
  const { Statement } = document as { Statement?: PolicyStatement | readonly PolicyStatement[] };
  return toList(Statement).flatMap(({ Effect, Action }) => (Effect === 'Allow' ? toList(Action) : []));
}
