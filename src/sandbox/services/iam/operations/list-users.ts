import type { ListUsersRequest, ListUsersResponse, User } from '@aws-sdk/client-iam';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { paginate, sortedBy } from '../../../pagination/index.ts';
import type { UserRecord } from '../../../state/index.ts';

const MODEL = 'botocore, data/iam/2010-05-08/service-2.json';

/** "If you do not include this parameter, the number of items defaults to 100" (API reference). */
const DEFAULT_MAX_ITEMS = 100;

export default defineOperation<ListUsersRequest, ListUsersResponse>({
  name: 'ListUsers',
  constraints: {
    PathPrefix: { minLength: 1, maxLength: 512, pattern: '\\u002F[\\u0021-\\u007F]*', source: MODEL },
    Marker: { minLength: 1, maxLength: 320, pattern: '[\\u0020-\\u00FF]+', source: MODEL },
    MaxItems: { min: 1, max: 1000, source: MODEL },
  },
  access: {
    action: 'iam:ListUsers',
    resource: ({ input, state }) => `arn:aws:iam::${state.account.id}:user${input.PathPrefix ?? '/'}`,
    namesResource: true,
  },
  handle: ({ input, state }) => {
    const matching = [...state.users.values()].filter(({ path }) => path.startsWith(input.PathPrefix ?? '/'));
    const users = sortedBy(matching, ({ name }) => name);
    const page = paginate(users, ({ name }) => name, input.MaxItems ?? DEFAULT_MAX_ITEMS, input.Marker);
    // Our wording.
    if (!page) throw new ServiceError(400, 'ValidationError', 'Invalid Marker.');
    return { Users: page.items.map(toUser), IsTruncated: page.next !== undefined, Marker: page.next };
  },
});

/** Without tags and permissions boundary, which the API reference says that lists leave out. */
function toUser({ path, name, userId, arn, created }: UserRecord): User {
  return { Path: path, UserName: name, UserId: userId, Arn: arn, CreateDate: created };
}
