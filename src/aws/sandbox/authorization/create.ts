import type { ErrorCatalogue } from '../errors/index.ts';
import { judge } from '../policy-engine/index.ts';
import { identityOf } from '../state/index.ts';
import { type Circumstances, type ConditionValues, conditionsOf, toContext } from './conditions.ts';
import { encodeMessage } from './message.ts';
import { policiesOf, principalOf } from './policies.ts';
import { refuseUnknown } from './unshipped.ts';

/** What a caller asks leave for. */
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
  /** Whether a denial names the resource: it does unless told otherwise. */
  readonly namesResource?: boolean;
  /** What a denial names instead of the resource's ARN. */
  readonly shown?: string | undefined;
}

/** The permissions of one caller in one request. */
export interface Access {
  /** Throws the service's own error where policies do not allow it. */
  require(question: Question): void;
}

interface AccessCircumstances extends Circumstances {
  /** A resource's own policy, where a question does not bring it; undefined where there is none. */
  policyOn?(resource: string): unknown;
}

export function createAccess(circumstances: AccessCircumstances, errors: ErrorCatalogue): Access {
  const { caller, state } = circumstances;
  return {
    require: ({ action, resource, conditions, trust, policy, namesResource = true, shown }) => {
      const values = conditionsOf(circumstances, conditions);
      const request = {
        action,
        resource,
        conditions: toContext(values),
        principal: principalOf(caller, state),
      };
      const verdict = judge(
        { ...policiesOf(caller, state), trust, resource: policy ?? circumstances.policyOn?.(resource) },
        request,
      );
      refuseUnknown(verdict, caller, state, action);
      if (verdict.allowed) return;
      const identity = identityOf(caller, state);
      throw errors.denied({
        ...{ principalArn: identity.arn, action, explicit: verdict.explicit, by: verdict.by },
        resource: namesResource ? (shown ?? resource) : undefined,
        encoded: () =>
          encodeMessage({ identity, action, resource, values, explicit: verdict.explicit }, state),
      });
    },
  };
}
