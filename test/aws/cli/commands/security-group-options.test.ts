import { describe, expect, it } from 'vitest';
import { securityGroupOptions } from '../../../../src/aws/cli/commands/security-group-options.ts';

/** Gives values to the options, in the CLI's order. */
function parametersOf(given: Readonly<Record<string, string>>): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  for (const { option, contribute } of securityGroupOptions('AuthorizeSecurityGroupIngress')) {
    const value = given[option.dest];
    if (value !== undefined) contribute?.(parameters, value, (name) => name in given);
  }
  return parameters;
}

describe('the shorthand options of security group rules', () => {
  it('fill one permission', () => {
    expect(parametersOf({ protocol: 'tcp', port: '22-25', cidr: '0.0.0.0/0' })).toEqual({
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 25, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    });
  });

  it('take all protocols and a group by id or name', () => {
    expect(parametersOf({ protocol: 'all', 'source-group': 'sg-1', 'group-owner': '111111111111' })).toEqual({
      IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-1', UserId: '111111111111' }] }],
    });
  });

  it('refuse what the CLI refuses', () => {
    expect(() => parametersOf({ protocol: 'tls' })).toThrow('protocol parameter should be one of');
    expect(() => parametersOf({ port: 'ssh' })).toThrow('port parameter should be of the form');
    expect(() => parametersOf({ cidr: '0.0.0.0/0', 'ip-permissions': '[]' })).toThrow('is not compatible');
  });

  it('belong to the four operations on rules only', () => {
    expect(securityGroupOptions('DescribeSecurityGroups')).toEqual([]);
  });
});
