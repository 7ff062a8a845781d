import type { DeleteUserRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { type AccountState, groupsOf, type UserRecord } from '../../../state/index.ts';
import { on } from '../access.ts';
import { existingUserName } from '../constraints.ts';
import { deleteConflict } from '../errors.ts';
import { get, users } from '../kinds.ts';
import { devicesOf, endSessions, keysOf, refuseWithPolicies, remove } from '../principals.ts';

export default defineOperation<DeleteUserRequest, object>({
  name: 'DeleteUser',
  constraints: { UserName: existingUserName },
  access: on(users, 'DeleteUser'),
  handle: ({ input: { UserName = '' }, state }) => {
    const user = get(users, state, UserName);
    refuseInUse(user, state);
    remove(users, state, user);
    endSessions(state, user);
    return {};
  },
});

/** "Before attempting to delete a user, remove the following items" (API reference). The order is ours. */
function refuseInUse(user: UserRecord, state: AccountState): void {
  refuseWithPolicies(user);
  if (keysOf(state, user).length > 0)
    throw deleteConflict('Cannot delete entity, must delete access keys first.');
  if (devicesOf(state, user).length > 0)
    throw deleteConflict('Cannot delete entity, must delete MFA device first.');
  if (groupsOf(state, user).length > 0)
    throw deleteConflict('Cannot delete entity, must remove users from group first.');
}
