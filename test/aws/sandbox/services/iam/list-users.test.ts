import { ListUsersCommand, type ListUsersCommandInput, paginateListUsers } from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { openSandbox } from '../../practice.ts';
import { clientsOf, refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';

standStill();

const open = (region?: string) => {
  const { sandbox, keyOf } = openSandbox();
  return clientsOf(sandbox, keyOf('handson-user'), region);
};

describe('iam ListUsers', () => {
  const names = async (input: ListUsersCommandInput) =>
    (await open().iam.send(new ListUsersCommand(input))).Users?.map(({ UserName }) => UserName);

  test('takes a path prefix', async () => {
    expect(await names({ PathPrefix: '/dev' })).toEqual(['denied', 'powerless']);
    expect(await names({ PathPrefix: '/nobody/' })).toEqual([]);
  });

  test('gives pages that the paginator of the SDK can follow', async () => {
    const pages: unknown[] = [];
    for await (const page of paginateListUsers({ client: open().iam, pageSize: 3 }, {}))
      pages.push([page.Users?.length, page.IsTruncated, page.Marker !== undefined]);
    expect(pages).toEqual([
      [3, true, true],
      [1, false, false],
    ]);
  });

  test.each<[ListUsersCommandInput, string]>([
    [
      { MaxItems: 1001 },
      "Value '1001' at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 1000",
    ],
    [
      { PathPrefix: 'dev' },
      "Value 'dev' at 'pathPrefix' failed to satisfy constraint: Member must satisfy regular expression pattern: \\u002F[\\u0021-\\u007F]*",
    ],
  ])('%o breaks a rule of the model', async (input, message) => {
    expect(await refusal(open().iam.send(new ListUsersCommand(input)))).toEqual({
      code: 'ValidationError',
      message: `1 validation error detected: ${message}`,
      status: 400,
    });
  });

  test('a marker that no page gave is refused', async () => {
    const call = open().iam.send(new ListUsersCommand({ Marker: 'bm9uc2Vuc2U=' }));
    expect(await refusal(call)).toMatchObject({ code: 'ValidationError', status: 400 });
  });
});
