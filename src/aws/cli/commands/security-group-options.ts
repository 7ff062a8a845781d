import { invalidParameterFailure } from '../failures.ts';
import type { Argument } from './arguments.ts';

type Parameters = Record<string, unknown>;
type Permission = Record<string, unknown>;

const OPERATIONS = [
  'AuthorizeSecurityGroupEgress',
  'AuthorizeSecurityGroupIngress',
  'RevokeSecurityGroupEgress',
  'RevokeSecurityGroupIngress',
];

/**
 * Options that the CLI adds to the four operations on rules: together they fill one entry of `--ip-permissions`
 * (awscli/customizations/ec2/secgroupsimplify.py).
 *
 * @example aws ec2 authorize-security-group-ingress --group-id sg-1 --protocol tcp --port 22 --cidr 0.0.0.0/0
 */
export function securityGroupOptions(operation: string): Argument[] {
  return OPERATIONS.includes(operation) ? Object.entries(options).map(toArgument) : [];
}

const options: Readonly<Record<string, (permission: Permission, value: string) => void>> = {
  protocol: (permission, value) => {
    permission.IpProtocol = protocolOf(value);
  },
  port: (permission, value) => {
    [permission.FromPort, permission.ToPort] = portsOf(value);
  },
  cidr: (permission, value) => {
    permission.IpRanges = [{ CidrIp: value }];
  },
  'source-group': (permission, value) =>
    addPair(permission, value.startsWith('sg-') ? 'GroupId' : 'GroupName', value),
  'group-owner': (permission, value) => addPair(permission, 'UserId', value),
};

function toArgument([name, fill]: [string, (permission: Permission, value: string) => void]): Argument {
  return {
    option: { kind: 'option', flag: `--${name}`, dest: name, takes: 'one' },
    contribute: (parameters, given, isGiven) => {
      const value = String(given);
      if (value === '') return;
      if (isGiven('ip-permissions'))
        throw invalidParameterFailure(
          `The --${name.replace('-', '_')} option is not compatible with the --ip-permissions option `,
        );
      fill(permissionOf(parameters), value);
    },
  };
}

function permissionOf(parameters: Parameters): Permission {
  parameters.IpPermissions ??= [{}];
  return (parameters.IpPermissions as Permission[])[0] ?? {};
}

function addPair(permission: Permission, key: string, value: string): void {
  const [pair = {}] = (permission.UserIdGroupPairs as Permission[] | undefined) ?? [];
  permission.UserIdGroupPairs = [{ ...pair, [key]: value }];
}

function protocolOf(value: string): string {
  if (/^[+-]?\d+$/.test(value)) {
    const number = Number(value);
    if (number < -1 || number > 255)
      throw invalidParameterFailure(
        'protocol numbers must be in the range 0-255 or -1 to specify all protocols',
      );
    return value;
  }
  if (!['tcp', 'udp', 'icmp', 'all'].includes(value))
    throw invalidParameterFailure(
      'protocol parameter should be one of: tcp|udp|icmp|all or any valid protocol number.',
    );
  return value === 'all' ? '-1' : value;
}

function portsOf(value: string): [number, number] {
  if (value === '-1' || value === 'all') return [-1, -1];
  const dash = value.indexOf('-');
  const range = dash < 0 ? [value, value] : [value.slice(0, dash), value.slice(dash + 1)];
  const [from = '', to = ''] = range;
  if (!/^\s*[+-]?\d+\s*$/.test(from) || !/^\s*[+-]?\d+\s*$/.test(to))
    throw invalidParameterFailure('port parameter should be of the form <from[-to]> (e.g. 22 or 22-25)');
  return [Number(from), Number(to)];
}
