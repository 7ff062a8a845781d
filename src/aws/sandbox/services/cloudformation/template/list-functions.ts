import { fromUtf8, toBase64 } from '@smithy/core/serde';
import ipaddr from 'ipaddr.js';
import { REGIONS } from '../../../catalogue/aws-regions.ts';
import { validationError } from '../cloudformation-errors.ts';
import type { Evaluate, Scope, TemplateFunction } from './scope.ts';
import { functionOf, ownValue, type TemplateObject } from './types.ts';

const wrong = (message: string) => validationError(`Template error: ${message}`);

/** The functions that make text and lists. Wordings from CloudFormation's answers; those of Fn::Cidr are ours. */
export const listFunctions: Readonly<Record<string, TemplateFunction>> = {
  'Fn::Base64': (argument, scope, evaluate) => toBase64(fromUtf8(String(evaluate(argument, scope)))),
  'Fn::Join': (argument, scope, evaluate) => {
    const [delimiter, items] = pair(argument, evaluate, scope);
    if (typeof delimiter !== 'string' || !Array.isArray(items))
      throw wrong(
        'every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.',
      );
    return items.map(String).join(delimiter);
  },
  'Fn::Split': (argument, scope, evaluate) => {
    const [delimiter, text] = pair(argument, evaluate, scope);
    if (typeof delimiter !== 'string' || typeof text !== 'string')
      throw wrong(
        'every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.',
      );
    return text.split(delimiter);
  },
  'Fn::Select': (argument, scope, evaluate) => {
    const [index, items] = pair(argument, evaluate, scope);
    if (!/^-?\d+$/.test(String(index)) || !Array.isArray(items))
      throw wrong('Fn::Select requires a list argument with two elements: an integer index and a list');
    const selected = items[Number(index)];
    if (selected === undefined) throw wrong(`Fn::Select cannot select nonexistent value at index ${index}`);
    return selected;
  },
  'Fn::FindInMap': (argument, scope, evaluate) => {
    const [map, top, second, ...more] = Array.isArray(argument) ? argument : [];
    if (second === undefined || more.length > 0)
      throw wrong(
        'every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value',
      );
    const path = [map, top, second].map((part) => String(evaluate(part, scope)));
    return findInMap(path as [string, string, string], scope);
  },
  'Fn::GetAZs': (argument, scope, evaluate) => {
    const name = String(evaluate(argument, scope)) || scope.region;
    return zonesOf(name);
  },
  'Fn::Cidr': (argument, scope, evaluate) => {
    const [block, count, bits] = Array.isArray(argument) ? argument.map((one) => evaluate(one, scope)) : [];
    return splitCidr(String(block), Number(count), bits === undefined ? undefined : Number(bits));
  },
};

function pair(argument: unknown, evaluate: Evaluate, scope: Scope): readonly unknown[] {
  if (!Array.isArray(argument) || argument.length !== 2) return [];
  return argument.map((one) => (functionOf(one) || Array.isArray(one) ? evaluate(one, scope) : one));
}

function findInMap([map, top, second]: [string, string, string], { template }: Scope): unknown {
  const { mappings } = template;
  if (!Object.hasOwn(mappings, map))
    throw wrong(`Mapping named '${map}' is not present in the 'Mappings' section of template.`);
  const found = ownValue(ownValue(mappings[map], top) as TemplateObject | undefined, second);
  if (found === undefined) throw wrong(`Unable to get mapping for ${map}::${top}::${second}`);
  return found;
}

function zonesOf(region: string): string[] {
  const known = REGIONS.find(({ name }) => name === region);
  return (known?.zones ?? []).map(({ name }) => name);
}

/**
 * Divides an IPv4 block into the first `count` blocks with so many bits for addresses.
 * Throws a ValidationError. The wording is ours.
 *
 * @example
 * splitCidr('10.0.0.0/16', 2, 8) // ['10.0.0.0/24', '10.0.1.0/24']
 */
function splitCidr(block: string, count: number, bits = 8): string[] {
  const fault = validationError(
    `Template error: Fn::Cidr cannot divide ${block} into ${count} blocks with ${bits} bits for addresses.`,
  );
  if (!ipaddr.IPv4.isValidCIDR(block) || !(count >= 1 && count <= 256) || !(bits >= 1 && bits <= 32))
    throw fault;
  const [address, prefix] = ipaddr.IPv4.parseCIDR(block);
  if (count * 2 ** bits > 2 ** (32 - prefix)) throw fault;
  const network = ipaddr.IPv4.networkAddressFromCIDR(`${address}/${prefix}`);
  const first = network.toByteArray().reduce((sum, octet) => sum * 256 + octet, 0);
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * 2 ** bits;
    const octets = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
    return `${octets.join('.')}/${32 - bits}`;
  });
}
