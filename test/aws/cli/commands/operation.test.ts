import { describe, expect, it } from 'vitest';
import { aws } from '../../../../src/aws/cli/index.ts';
import type { Message } from '../../../../src/aws/wire/message/index.ts';
import { memoryHost } from '../host.ts';

const page = (names: readonly string[], marker?: string) =>
  `<ListUsersResponse><ListUsersResult><Users>${names
    .map((name) => `<member><UserName>${name}</UserName></member>`)
    .join(
      '',
    )}</Users>${marker ? `<IsTruncated>true</IsTruncated><Marker>${marker}</Marker>` : ''}</ListUsersResult></ListUsersResponse>`;

/** A host that answers with pages, and the forms that were sent to it. */
function paged(pages: readonly string[]) {
  const forms: string[] = [];
  const host = memoryHost(
    {},
    {
      transport: async (message: Message) => {
        forms.push(new TextDecoder().decode(message.body));
        return new Response(pages[forms.length - 1], { headers: { 'content-type': 'text/xml' } });
      },
    },
  );
  return { forms, host };
}

describe('one operation', () => {
  it('joins all pages, and asks for each with the token of the one before', async () => {
    const { forms, host } = paged([page(['a'], 'm1'), page(['b'])]);
    const { stdout, stderr } = await aws(['iam', 'list-users', '--page-size', '1'], host);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ Users: [{ UserName: 'a' }, { UserName: 'b' }] });
    expect(forms.map((form) => new URLSearchParams(form).get('Marker'))).toEqual([null, 'm1']);
    expect(new URLSearchParams(forms[0]).get('MaxItems')).toBe('1');
  });

  it('asks a query of each page in text output, of the whole in any other', async () => {
    const words = ['iam', 'list-users', '--query', 'length(Users)'];
    const pages = [page(['a', 'b'], 'm1'), page(['c'])];
    expect((await aws([...words, '--output', 'text'], paged(pages).host)).stdout).toBe('2\n1\n');
    expect((await aws([...words, '--output', 'json'], paged(pages).host)).stdout).toBe('3\n');
    expect((await aws([...words, '--output', 'yaml-stream'], paged(pages).host)).stdout).toBe('- 2\n- 1\n');
  });

  it('makes one request with --no-paginate', async () => {
    const { forms, host } = paged([page(['a'], 'm1')]);
    const { stdout } = await aws(['iam', 'list-users', '--no-paginate'], host);
    expect(JSON.parse(stdout)).toMatchObject({ IsTruncated: true, Marker: 'm1' });
    expect(forms).toHaveLength(1);
  });

  it('refuses an output that it does not know before it asks for pages', async () => {
    const { forms, host } = paged([page(['a'])]);
    const env = { ...host.env, AWS_DEFAULT_OUTPUT: 'xml' };
    expect((await aws(['iam', 'list-users'], { ...host, env })).stderr).toBe('\nUnknown output type: xml\n');
    expect(forms).toEqual([]);
  });

  it.each([
    [['iam', 'get-user', 'extra'], 252, 'Unknown options: extra'],
    [['iam', 'get-user', '--nothing', 'x'], 252, 'Unknown options: --nothing, x'],
    [['iam', 'create-user'], 252, 'the following arguments are required: --user-name'],
    [
      ['iam', 'create-user', '--user-name', ''],
      252,
      'Invalid length for parameter UserName, value: 0, valid min length: 1',
    ],
    [
      ['iam', 'list-users', '--generate-cli-skeleton', 'yaml-input'],
      252,
      'has no --generate-cli-skeleton yaml-input',
    ],
  ])('%j fails', async (words, exitCode, message) => {
    const output = await aws(words, memoryHost());
    expect(output).toMatchObject({ stdout: '', exitCode });
    expect(output.stderr).toContain(message);
  });
});
