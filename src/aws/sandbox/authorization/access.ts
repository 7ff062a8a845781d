import type { ErrorCatalogue } from '../errors/index.ts';
import { decide } from '../policy-engine/index.ts';
import { identityOf } from '../state/index.ts';
import { type ConditionValues, conditionsOf, type RequestContext, toContext } from './condition-values.ts';
import { encodeMessage } from './encoded-message.ts';
import { notePermission, policiesOf, principalOf } from './policies.ts';
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
