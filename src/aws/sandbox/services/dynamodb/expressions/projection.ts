import type { AttributeValue, Item } from '../values/index.ts';
import { attributeAt } from './evaluate.ts';
import type { DocumentPath } from './types.ts';

/** Keeps of an item what the paths name; elements of lists close up. */
export function project(item: Item, paths: readonly DocumentPath[]): Item {
  const present = paths.filter((path) => attributeAt(path, item) !== undefined);
  const names = new Set(present.map(([name]) => name));
  return Object.fromEntries(
    [...names].map((name) => {
      const below = present.filter(([first]) => first === name).map(([, ...rest]) => rest);
      return [name, keep(item[name] as AttributeValue, below)];
    }),
  );
}

type Steps = readonly (string | number)[];

function keep(value: AttributeValue, paths: readonly Steps[]): AttributeValue {
  if (paths.some(({ length }) => length === 0)) return value;
  const steps = [...new Set(paths.map(([step]) => step))];
  const below = (step: string | number | undefined) =>
    paths.filter(([first]) => first === step).map(([, ...rest]) => rest);
  if (value.L !== undefined) {
    const list = value.L;
    const places = steps.filter((step) => typeof step === 'number').sort((a, b) => a - b);
    return { L: places.map((place) => keep(list[place] as AttributeValue, below(place))) };
  }
  const names = steps.filter((step) => typeof step === 'string');
  return {
    M: Object.fromEntries(names.map((name) => [name, keep(value.M?.[name] as AttributeValue, below(name))])),
  };
}
