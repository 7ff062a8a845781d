import ipaddr from 'ipaddr.js';
import { expandText, matchesArn, matchesPattern } from '../patterns.ts';
import type { OperatorComparison } from './types.ts';

type Holds = OperatorComparison['holds'];

const equal: Holds = (actual, wanted, variables) => actual === expandText(wanted, variables);
const equalIgnoringCase: Holds = (actual, wanted, variables) =>
  actual.toLowerCase() === expandText(wanted, variables)?.toLowerCase();
const like: Holds = (actual, wanted, variables) => matchesPattern(wanted, variables, actual);
const arnLike: Holds = (actual, wanted, variables) => matchesArn(wanted, variables, actual);
const sameBoolean: Holds = (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase();

/** Numbers and dates that cannot be read compare as NaN does: never. */
const ordered =
  (read: (text: string) => number, holds: (actual: number, wanted: number) => boolean): Holds =>
  (actual, wanted) =>
    holds(read(actual), read(wanted));

const number = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
/** ISO 8601, or seconds since 1970. */
const date = (text: string): number => (/^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text));

const is = (holds: Holds): OperatorComparison => ({ holds, negated: false });
const isNot = (holds: Holds): OperatorComparison => ({ holds, negated: true });
const same = (a: number, b: number): boolean => a === b;
const less = (a: number, b: number): boolean => a < b;
const atMost = (a: number, b: number): boolean => a <= b;
const more = (a: number, b: number): boolean => a > b;
const atLeast = (a: number, b: number): boolean => a >= b;

/** Source: IAM User Guide, "IAM JSON policy elements: Condition operators". */
const operators: Readonly<Record<string, OperatorComparison>> = {
  StringEquals: is(equal),
  StringNotEquals: isNot(equal),
  StringEqualsIgnoreCase: is(equalIgnoringCase),
  StringNotEqualsIgnoreCase: isNot(equalIgnoringCase),
  StringLike: is(like),
  StringNotLike: isNot(like),
  NumericEquals: is(ordered(number, same)),
  NumericNotEquals: isNot(ordered(number, same)),
  NumericLessThan: is(ordered(number, less)),
  NumericLessThanEquals: is(ordered(number, atMost)),
  NumericGreaterThan: is(ordered(number, more)),
  NumericGreaterThanEquals: is(ordered(number, atLeast)),
  DateEquals: is(ordered(date, same)),
  DateNotEquals: isNot(ordered(date, same)),
  DateLessThan: is(ordered(date, less)),
  DateLessThanEquals: is(ordered(date, atMost)),
  DateGreaterThan: is(ordered(date, more)),
  DateGreaterThanEquals: is(ordered(date, atLeast)),
  Bool: is(sameBoolean),
  BinaryEquals: is((actual, wanted) => actual === wanted),
  IpAddress: is(inRange),
  NotIpAddress: isNot(inRange),
  // "ArnEquals and ArnLike behave identically."
  ArnEquals: is(arnLike),
  ArnNotEquals: isNot(arnLike),
  ArnLike: is(arnLike),
  ArnNotLike: isNot(arnLike),
};

/** As they are written in policies. */
export const operatorNames: ReadonlySet<string> = new Set(Object.keys(operators));

/** By name in lower case. */
export const comparisons: ReadonlyMap<string, OperatorComparison> = new Map(
  Object.entries(operators).map(([name, comparison]) => [name.toLowerCase(), comparison]),
);

/** Tells whether an address is in a range such as `203.0.113.0/24` or `2001:DB8::/32`, or equals a single address. */
function inRange(address: string, range: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const subject = ipaddr.process(address);
  const [network, bits] = rangeOf(range) ?? [];
  return (
    network !== undefined &&
    bits !== undefined &&
    subject.kind() === network.kind() &&
    subject.match(network, bits)
  );
}

function rangeOf(range: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  if (ipaddr.isValidCIDR(range)) return ipaddr.parseCIDR(range);
  if (!ipaddr.isValid(range)) return undefined;
  const single = ipaddr.process(range);
  return [single, single.kind() === 'ipv4' ? 32 : 128];
}
