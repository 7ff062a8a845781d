import { toBase64 } from '@smithy/core/serde';
import { invalidParameterFailure } from '../failures.ts';
import type { Member } from '../parameters/index.ts';
import type { Argument } from './arguments.ts';

type Parameters = Record<string, unknown>;
type Interface = Record<string, unknown>;

/**
 * Options that the CLI adds to `run-instances`, and those that it takes away: `--count` stands for `--min-count` and
 * `--max-count` (awscli/customizations/ec2/addcount.py, runinstances.py).
 *
 * @example aws ec2 run-instances --image-id ami-1 --count 1:3 --associate-public-ip-address
 */
export function runInstancesOptions(operation: string): Argument[] {
  if (operation !== 'RunInstances') return [];
  return [
    {
      option: { kind: 'option', flag: '--secondary-private-ip-addresses', dest: SECONDARY, takes: 'any' },
      contribute: (parameters, value, isGiven) =>
        simple(parameters, isGiven, 'PrivateIpAddresses', [value].flat().map(toSecondary)),
    },
    {
      option: {
        ...{ kind: 'option', flag: '--secondary-private-ip-address-count', dest: `${SECONDARY}-count` },
        ...{ takes: 'one', convert: 'int' },
      },
      contribute: (parameters, value, isGiven) =>
        simple(parameters, isGiven, 'SecondaryPrivateIpAddressCount', Number(value)),
    },
    publicAddress('--associate-public-ip-address', true),
    publicAddress('--no-associate-public-ip-address', false),
    {
      option: { kind: 'option', flag: '--count', dest: 'count', takes: 'one' },
      contribute: (parameters, value) => setCount(parameters, String(value)),
    },
  ];
}

/** The members of an operation that have options: two of RunInstances have none. */
export function membersWithOptions(operation: string, members: readonly Member[]): readonly Member[] {
  const isTaken = ({ name }: Member) => name === 'MinCount' || name === 'MaxCount';
  return operation === 'RunInstances' ? members.filter((member) => !isTaken(member)) : members;
}

const SECONDARY = 'secondary-private-ip-addresses';
const toSecondary = (address: unknown) => ({ PrivateIpAddress: String(address), Primary: false });

const publicAddress = (flag: string, constant: boolean): Argument => ({
  option: { kind: 'option', flag, dest: 'associate-public-ip-address', takes: 'none', constant },
  // Both flags set one value: the last one given holds.
  contribute: (parameters, value, isGiven) => {
    if (value === constant) simple(parameters, isGiven, 'AssociatePublicIpAddress', constant);
  },
});

function simple(parameters: Parameters, isGiven: (option: string) => boolean, name: string, value: unknown) {
  if (isGiven('network-interfaces'))
    throw invalidParameterFailure(
      'Mixing the --network-interfaces option with the simple, scalar options is not supported.',
    );
  parameters.NetworkInterfaces ??= [{ DeviceIndex: 0 }];
  const [first] = parameters.NetworkInterfaces as Interface[];
  if (first) first[name] = value;
}

function setCount(parameters: Parameters, value: string): void {
  const [least = '', most = least, ...more] = value.split(':');
  const isNumber = (text: string) => /^\s*[+-]?\d+\s*$/.test(text);
  if (!isNumber(least) || !isNumber(most) || more.length > 0)
    throw invalidParameterFailure('count parameter should be of form min[:max] (e.g. 1 or 1:10)');
  parameters.MinCount = Number(least);
  parameters.MaxCount = Number(most);
}

const OWN = ['PrivateIpAddresses', 'SecondaryPrivateIpAddressCount', 'AssociatePublicIpAddress'];
const MOVED: Readonly<Record<string, string>> = { SubnetId: 'SubnetId', SecurityGroupIds: 'Groups' };
const PROTOCOLS: Readonly<Record<string, string>> = { tcp: '6', udp: '17', icmp: '1', all: '-1' };

/**
 * Changes parameters as the CLI does before it sends them: those of an interface move into it, a count is one, user data
 * becomes Base64 (botocore/handlers.py, base64_encode_user_data).
 */
export function adjustParameters(operation: string, parameters: Parameters): Parameters {
  if (operation === 'CreateNetworkAclEntry' || operation === 'ReplaceNetworkAclEntry')
    return 'Protocol' in parameters
      ? { ...parameters, Protocol: PROTOCOLS[String(parameters.Protocol)] ?? parameters.Protocol }
      : parameters;
  if (operation !== 'RunInstances') return parameters;
  const adjusted: Parameters = { ...parameters };
  const [first] = (adjusted.NetworkInterfaces ?? []) as Interface[];
  if (first && OWN.some((name) => name in first)) intoInterface(adjusted, first);
  if (typeof adjusted.UserData === 'string') adjusted.UserData = toBase64(adjusted.UserData);
  adjusted.MaxCount ??= 1;
  adjusted.MinCount ??= 1;
  return adjusted;
}

function intoInterface(parameters: Parameters, first: Interface): void {
  for (const [name, inside] of Object.entries(MOVED))
    if (name in parameters) {
      first[inside] = parameters[name];
      delete parameters[name];
    }
  if ('PrivateIpAddress' in parameters) {
    first.PrivateIpAddresses = [{ PrivateIpAddress: parameters.PrivateIpAddress, Primary: true }];
    delete parameters.PrivateIpAddress;
  }
  for (const name of ['Ipv6AddressCount', 'Ipv6Addresses'])
    if (name in parameters) {
      first[name] = parameters[name];
      delete parameters[name];
    }
}
