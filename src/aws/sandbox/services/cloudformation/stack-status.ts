import { validationError } from './cloudformation-errors.ts';
import type { Stack } from './cloudformation-state.ts';

/** Statuses from which a stack can be updated (CloudFormation User Guide, "Stack status codes"). */
const UPDATABLE = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_FAILED', 'UPDATE_ROLLBACK_COMPLETE'];

/** Throws a ValidationError for a stack that is busy, or that can only be deleted. */
export function checkUpdatable({ id, status }: Stack): void {
  if (!UPDATABLE.includes(status))
    throw validationError(`Stack:${id} is in ${status} state and can not be updated.`);
}
