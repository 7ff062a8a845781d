import { validationError } from '../cloudformation-errors.ts';
import { referencesIn } from './references.ts';
import type { Template } from './types.ts';

/** The resources that a resource needs: those it mentions, and those in its DependsOn. */
function dependenciesOf({ resources }: Template, name: string): string[] {
  const { Properties, DependsOn = [] } = resources[name] ?? { Type: '' };
  const mentioned = referencesIn(Properties).flatMap((one) => (one.kind === 'Condition' ? [] : [one.name]));
  return [...new Set([...mentioned, ...[DependsOn].flat()])].filter((one) => one in resources);
}

/** Puts the resources in an order in which each comes after what it needs. Throws where there is none. */
export function creationOrder(template: Template): string[] {
  const order: string[] = [];
  let rest = Object.keys(template.resources);
  while (rest.length > 0) {
    const ready = rest.filter((name) => dependenciesOf(template, name).every((one) => order.includes(one)));
    if (ready.length === 0)
      throw validationError(`Circular dependency between resources: [${inCycle(template, rest).join(', ')}]`);
    order.push(...ready);
    rest = rest.filter((name) => !ready.includes(name));
  }
  return order;
}

/** Leaves out those that nothing in the cycle needs. */
function inCycle(template: Template, names: readonly string[]): readonly string[] {
  const needed = new Set(names.flatMap((name) => dependenciesOf(template, name)));
  const kept = names.filter((name) => needed.has(name));
  return kept.length === names.length ? names : inCycle(template, kept);
}
