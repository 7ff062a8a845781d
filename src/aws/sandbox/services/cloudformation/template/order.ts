import { validationError } from '../cloudformation-errors.ts';
import { referencesIn } from './references.ts';
import type { Template } from './types.ts';

/** The resources that a resource needs: those it mentions, and those in its DependsOn. */
function dependenciesOf({ resources }: Template, name: string): string[] {
  const { Properties, DependsOn = [] } = resources[name] ?? { Type: '' };
  const mentioned = referencesIn(Properties).flatMap((one) => (one.kind === 'Condition' ? [] : [one.name]));
  return [...new Set([...mentioned, ...[DependsOn].flat()])].filter((one) => Object.hasOwn(resources, one));
}

/** Needs of each resource, by name. */
type Needs = ReadonlyMap<string, readonly string[]>;

/** Puts the resources in an order in which each comes after what it needs. Throws where there is none. */
export function creationOrder(template: Template): string[] {
  const names = Object.keys(template.resources);
  const needs: Needs = new Map(names.map((name) => [name, dependenciesOf(template, name)]));
  const ordered = new Set<string>();
  let rest: readonly string[] = names;
  while (rest.length > 0) {
    const ready = rest.filter((name) => needs.get(name)?.every((one) => ordered.has(one)));
    if (ready.length === 0)
      throw validationError(`Circular dependency between resources: [${inCycle(needs, rest).join(', ')}]`);
    for (const name of ready) ordered.add(name);
    rest = rest.filter((name) => !ordered.has(name));
  }
  return [...ordered];
}

/** Leaves out those that nothing in the cycle needs. */
function inCycle(needs: Needs, names: readonly string[]): readonly string[] {
  const needed = new Set(names.flatMap((name) => needs.get(name) ?? []));
  const kept = names.filter((name) => needed.has(name));
  return kept.length === names.length ? names : inCycle(needs, kept);
}
