import { describe, expect, it } from 'vitest';
import { argumentTable, kebabName } from '../../../../src/aws/cli/commands/arguments.ts';
import type { Member, Shape } from '../../../../src/aws/cli/parameters/index.ts';

describe("kebabName, as botocore's xform_name", () => {
  it.each([
    ['DescribeVpcs', 'describe-vpcs'],
    ['GetHTTPHeaders', 'get-http-headers'],
    ['GatewayARNs', 'gateway-arns'],
    ['ListWebACLs', 'list-web-acls'],
    ['CreateVirtualMFADevice', 'create-virtual-mfa-device'],
    ['EC2Config', 'ec2-config'],
    ['Ipv6CidrBlock', 'ipv6-cidr-block'],
    ['already-kebab', 'already-kebab'],
  ])('%s', (name, expected) => expect(kebabName(name)).toBe(expected));
});

const shape = (kind: Shape['kind'], members: readonly Member[] = []): Shape => ({
  ...{ kind, streaming: false, name: '' },
  members: () => members,
  item: () => shape('string'),
});
const member = (name: string, of: Shape, required = false): Member => ({
  ...{ name, required, newerThanCli: false, shape: of },
});
const table = (members: readonly Member[], skipRequired = false, operation = 'Op') =>
  argumentTable(operation, members, undefined, skipRequired, []).map(({ option }) => option);

describe('argumentTable', () => {
  it('makes two flags of a boolean, and neither is required', () => {
    const [yes, no] = table([member('DryRun', shape('boolean'), true)]);
    expect(yes).toMatchObject({ flag: '--dry-run', dest: 'dry-run', constant: true });
    expect(no).toMatchObject({ flag: '--no-dry-run', dest: 'dry-run', constant: false });
    expect(yes?.required).toBeUndefined();
  });

  it('gives each kind its way of being written', () => {
    const options = table([
      member('Names', shape('list'), true),
      member('Size', shape('long')),
      member('Share', shape('float')),
      member('Enabled', shape('structure', [member('Value', shape('boolean'))])),
    ]);
    expect(options).toMatchObject([
      { flag: '--names', takes: 'any', required: true },
      { flag: '--size', takes: 'one', convert: 'int' },
      { flag: '--share', convert: 'float' },
      { flag: '--enabled', takes: 'optional' },
      { flag: '--no-enabled', takes: 'none', constant: false },
      { flag: '--cli-input-json' },
      { flag: '--cli-input-yaml' },
      { flag: '--generate-cli-skeleton', takes: 'optional' },
    ]);
  });

  it('requires nothing where the parameters come from elsewhere', () => {
    expect(table([member('Name', shape('string'), true)], true)[0]?.required).toBe(false);
  });

  it('names options as the CLI renames them', () => {
    expect(table([member('NoReboot', shape('boolean'))]).map(({ flag }) => flag)).toContain('--reboot');
    expect(table([member('Endpoint', shape('string'))], false, 'Subscribe')[0]?.flag).toBe(
      '--notification-endpoint',
    );
  });

  it('adds the options of paging, which shadow members of their names', () => {
    const paginator = {
      inputToken: ['Marker'],
      outputToken: ['Marker'],
      limitKey: 'MaxItems',
      resultKey: ['Users'],
    };
    const found = argumentTable('ListUsers', [member('MaxItems', shape('integer'))], paginator, false, []);
    const byFlag = new Map(found.map((argument) => [argument.option.flag, argument]));
    expect(byFlag.get('--max-items')).toMatchObject({ paging: 'maxItems', shadows: { name: 'MaxItems' } });
    expect(byFlag.get('--page-size')).toMatchObject({ paging: 'pageSize', option: { convert: 'int' } });
    expect(byFlag.get('--starting-token')).toMatchObject({ paging: 'startingToken' });
  });
});
