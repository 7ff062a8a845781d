import { type AccessRequest, judge, type Verdict } from '../authorization/index.ts';
import type { ErrorCatalogue } from '../errors/index.ts';
import { identityOf } from '../state/index.ts';
import { type Circumstances, type ConditionValues, conditionsOf } from './conditions.ts';
import { encodeMessage } from './message.ts';
import { policiesOf, principalOf } from './policies.ts';

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
}

/** The permissions of one caller in one request. */
export interface Access {
  judge(question: Question): Verdict;
  /**
   * Throws the service's own error where the verdict is no. `namesResource`: whether the error does; `shown`:
   * under another name than its ARN.
   */
  require(
    question: Question & { readonly namesResource?: boolean; readonly shown?: string | undefined },
  ): void;
}

export function createAccess(circumstances: Circumstances, errors: ErrorCatalogue): Access {
  const { caller, state } = circumstances;
  const requestFor = ({ action, resource, conditions }: Question): AccessRequest => ({
    action,
    resource,
    conditions: conditionsOf(circumstances, conditions),
    principal: principalOf(caller, state),
  });
  const judgeIt = (question: Question): Verdict =>
    judge({ ...policiesOf(caller, state), trust: question.trust }, requestFor(question));
  return {
    judge: judgeIt,
    require: ({ namesResource = true, shown, ...question }) => {
      const verdict = judgeIt(question);
      if (verdict.allowed) return;
      const principal = identityOf(caller, state);
      throw errors.denied({
        principalArn: principal.arn,
        action: question.action,
        resource: namesResource ? (shown ?? question.resource) : undefined,
        explicit: verdict.explicit,
        by: verdict.by,
        encoded: () => encodeMessage(principal, requestFor(question), verdict.explicit, state),
      });
    },
  };
}
