import type { Structure } from '../protocols/index.ts';
import type { AnyOperation } from './types.ts';

/**
 * Finds the members of an input that the operation does not read, as paths: `Tags`, `Configuration.Location`.
 * A member that is empty asks for nothing.
 *
 * @example
 * unreadMembers({ Name: 'a', Config: { Size: 1 } }, { reads: ['Name', 'Config.Type'], ... }) // ['Config.Size']
 */
export function unreadMembers(input: Structure, { constraints, reads = [] }: AnyOperation): string[] {
  return unreadPaths(input, [...Object.keys(constraints ?? {}), ...(reads as readonly string[])]);
}

/** The same for a structure and the paths that are read of it. */
export function unreadPaths(value: Structure, read: readonly string[], prefix = ''): string[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const path = prefix + name;
    if (isEmpty(member) || read.includes(path)) return [];
    const below = read.some((one) => one.startsWith(`${path}.`));
    return below && isStructure(member) ? unreadPaths(member, read, `${path}.`) : [path];
  });
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function isStructure(value: unknown): value is Structure {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
