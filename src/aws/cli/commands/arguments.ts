import type { OptionSpec } from '../argparse/index.ts';
import type { Paginator } from '../model/index.ts';
import type { Member, Shape } from '../parameters/index.ts';
import { cliInputOptions } from './cli-input.ts';

/** `DescribeVpcs` to `describe-vpcs`: botocore's `xform_name`. */
export function kebabName(name: string): string {
  if (name.includes('-')) return name;
  // A plural acronym stays one word: GatewayARNs, ListWebACLs.
  const plural = /[A-Z]{2,}s$/.exec(name)?.[0];
  const spelled = plural ? `${name.slice(0, -plural.length)}-${plural.toLowerCase()}` : name;
  return spelled
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

/** An option of an operation, and the parameter it sets. */
export interface Argument {
  readonly option: OptionSpec;
  readonly parameter?: { readonly name: string; readonly shape: Shape };
  /** Sets a setting of the listing in place of a parameter. */
  readonly paging?: 'maxItems' | 'pageSize' | 'startingToken';
  /** The operation's own parameter of that name, which the option sets once the CLI does not page. */
  readonly shadows?: Argument['parameter'];
  /** The parameter is a structure of one boolean. */
  readonly wraps?: boolean;
  /** Sets parameters of its own in place of one of that name. Throws a CliFailure. */
  readonly contribute?: (
    parameters: Record<string, unknown>,
    value: unknown,
    isGiven: (option: string) => boolean,
  ) => void;
}

/** Options of EC2 that the CLI names otherwise (customizations/argrename.py). */
const renamed: Readonly<Record<string, string>> = {
  'no-no-reboot': 'reboot',
  'no-egress': 'ingress',
  'no-disable-api-termination': 'enable-api-termination',
};

/** Options of single operations that the CLI names otherwise, by operation and member (customizations/argrename.py). */
const renamedMembers: Readonly<Record<string, string>> = {
  'Subscribe.Endpoint': 'notification-endpoint',
};

/** All options of an operation, in the CLI's order. `skipRequired` as `--cli-input-json` and `--cli-input-yaml` ask for. */
export function argumentTable(
  operation: string,
  members: readonly Member[],
  paginator: Paginator | undefined,
  skipRequired: boolean,
  custom: readonly Argument[],
): Argument[] {
  const table = new Map<string, Argument>();
  const add = (argument: Argument) => table.set(argument.option.flag, argument);
  for (const member of members) {
    const name = renamedMembers[`${operation}.${member.name}`] ?? kebabName(member.name);
    for (const argument of memberArguments(member, name, skipRequired)) add(argument);
  }
  for (const argument of custom) add(argument);
  for (const name of cliInputOptions) add({ option: valued(name) });
  for (const argument of paginator ? pagingArguments(members, paginator) : [])
    add({ ...argument, shadows: table.get(argument.option.flag)?.parameter });
  const choices = ['input', 'output', 'yaml-input'];
  add({ option: { ...valued('generate-cli-skeleton'), takes: 'optional', choices } });
  return [...table.values()];
}

const valued = (name: string): OptionSpec => ({
  kind: 'option',
  flag: `--${name}`,
  dest: name,
  takes: 'one',
});

function memberArguments(member: Member, name: string, skipRequired: boolean): Argument[] {
  const parameter = { name: member.name, shape: member.shape };
  const required = member.required && !skipRequired;
  const { kind } = member.shape;
  if (kind === 'boolean') return flagPair(name, parameter);
  if (isBooleanStructure(member.shape))
    return [
      { option: { ...valued(name), takes: 'optional' }, parameter, wraps: true },
      { option: { ...valued(`no-${name}`), takes: 'none', constant: false }, parameter, wraps: true },
    ];
  if (kind === 'list') return [{ option: { ...valued(name), takes: 'any', required }, parameter }];
  const convert = kind === 'long' ? 'int' : kind === 'float' ? 'float' : undefined;
  return [{ option: { ...valued(name), convert, required }, parameter }];
}

/** One value, two flags; neither is ever required. */
function flagPair(name: string, parameter: Argument['parameter']): Argument[] {
  const flag = (flagName: string, constant: boolean): Argument => ({
    option: { kind: 'option', flag: `--${flagName}`, dest: name, takes: 'none', constant },
    parameter,
  });
  return [flag(name, true), flag(renamed[`no-${name}`] ?? `no-${name}`, false)];
}

/** `--ebs-optimized` for `{ Value: true }`. */
function isBooleanStructure(shape: Shape): boolean {
  if (shape.kind !== 'structure') return false;
  const members = shape.members();
  return members.length === 1 && members[0]?.name === 'Value' && members[0].shape.kind === 'boolean';
}

/** The same three options for every listing, whatever the service calls its own. */
function pagingArguments(members: readonly Member[], paginator: Paginator): Argument[] {
  const limit = members.find((member) => member.name === paginator.limitKey);
  const convert = limit?.shape.kind === 'string' ? undefined : 'int';
  const size: Argument = { option: { ...valued('page-size'), convert }, paging: 'pageSize' };
  return [
    { option: valued('starting-token'), paging: 'startingToken' },
    ...(limit ? [size] : []),
    { option: { ...valued('max-items'), convert }, paging: 'maxItems' },
  ];
}
