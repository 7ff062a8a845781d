import { describe, expect, it } from 'vitest';
import { parseKnown } from '../../../../src/aws/cli/argparse/index.ts';
import { argumentTable } from '../../../../src/aws/cli/commands/arguments.ts';
import { buildParameters } from '../../../../src/aws/cli/commands/parameters.ts';
import type { Member, Shape } from '../../../../src/aws/cli/parameters/index.ts';
import { memoryHost } from '../host.ts';

const shape = (kind: Shape['kind'], rest: Partial<Shape> = {}): Shape => ({
  ...{ kind, streaming: false, name: '', members: () => [], item: () => shape('string') },
  ...rest,
});
const member = (name: string, of: Shape): Member => ({
  name,
  required: false,
  newerThanCli: false,
  shape: of,
});
const members = [
  member('PathPrefix', shape('string')),
  member('Marker', shape('string')),
  member('MaxItems', shape('integer')),
  member('Names', shape('list')),
  member('Body', shape('blob', { streaming: true })),
];
const paginator = {
  inputToken: ['Marker'],
  outputToken: ['Marker'],
  limitKey: 'MaxItems',
  resultKey: ['Users'],
};
const host = memoryHost({ '/home/me/name': 'from a file', '/home/me/body': 'bytes' });

function build(words: string, paginate = true) {
  const table = argumentTable('ListUsers', members, paginator, false, []);
  const options = table.map(({ option }) => option);
  return buildParameters(
    table,
    parseKnown({ options, positionals: [] }, words.split(' ')),
    paginator,
    paginate,
    host,
  );
}

describe('buildParameters', () => {
  it('reads values of files and streams', async () => {
    const { parameters } = await build('--path-prefix file://name --body body');
    expect(parameters).toEqual({ PathPrefix: 'from a file', Body: new TextEncoder().encode('bytes') });
  });

  it('keeps the options of paging apart where the CLI pages itself', async () => {
    expect(await build('--path-prefix /a/ --max-items 5 --page-size 2')).toEqual({
      ...{ parameters: { PathPrefix: '/a/' }, paging: { maxItems: 5, pageSize: 2 } },
    });
  });

  it("makes one request where the service's own token is named, or none is wanted", async () => {
    expect(await build('--marker m --max-items 5')).toEqual({
      ...{ parameters: { Marker: 'm', MaxItems: 5 }, paging: undefined },
    });
    expect(await build('--max-items 5', false)).toEqual({ parameters: { MaxItems: 5 }, paging: undefined });
  });

  it('refuses to page and not to page at once', async () => {
    await expect(build('--page-size 5 --starting-token t', false)).rejects.toThrow(
      'Cannot specify --no-paginate along with pagination arguments: --starting-token, --page-size',
    );
  });

  it('lets options win over the input of a file', async () => {
    const { parameters } = await build('--names x --cli-input-json {"Names":["y"],"PathPrefix":"/b/"}');
    expect(parameters).toEqual({ Names: ['x'], PathPrefix: '/b/' });
  });

  it('makes one request where the input names a token', async () => {
    expect((await build('--cli-input-json {"Marker":"m"}')).paging).toBeUndefined();
  });
});
