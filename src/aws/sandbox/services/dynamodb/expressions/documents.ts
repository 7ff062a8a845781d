import { invalid } from '../dynamodb-errors.ts';
import type { AttributeValue, Item } from '../values/index.ts';
import { attributeAt } from './evaluate.ts';
import type { DocumentPath } from './types.ts';

type Steps = readonly (string | number)[];

/** Makes an item with a value at a path. Throws where the path leads through what is not there, or is of another type. */
export function setAt(item: Item, [name, ...rest]: DocumentPath, value: AttributeValue): Item {
  return { ...item, [name]: rest.length === 0 ? value : setWithin(own(item, name), rest, value) };
}

function setWithin(holder: AttributeValue | undefined, steps: Steps, value: AttributeValue): AttributeValue {
  const [step = '', ...rest] = steps;
  const inner = (old: AttributeValue | undefined) =>
    rest.length === 0 ? value : setWithin(old, rest, value);
  if (typeof step === 'number' && holder?.L) {
    // "If you add multiple elements ... beyond the end of the list, they are appended" (Developer Guide).
    const list = [...holder.L];
    list[Math.min(step, list.length)] = inner(list[step]);
    return { L: list };
  }
  if (typeof step === 'string' && holder?.M)
    return { M: { ...holder.M, [step]: inner(own(holder.M, step)) } };
  throw invalidPath();
}

/** Makes an item without what stands at a path; the same where there is nothing. */
export function removeAt(item: Item, [name, ...rest]: DocumentPath): Item {
  const value = own(item, name);
  if (rest.length === 0) return without(item, name);
  return { ...item, [name]: removeWithin(value, rest) };
}

function removeWithin(holder: AttributeValue | undefined, steps: Steps): AttributeValue {
  const [step = '', ...rest] = steps;
  if (typeof step === 'number' && holder?.L) {
    const old = holder.L[step];
    if (rest.length === 0) return { L: holder.L.filter((_, index) => index !== step) };
    return { L: holder.L.map((one, index) => (index === step ? removeWithin(old, rest) : one)) };
  }
  if (typeof step === 'string' && holder?.M) {
    if (rest.length === 0) return { M: without(holder.M, step) };
    return { M: { ...holder.M, [step]: removeWithin(own(holder.M, step), rest) } };
  }
  throw invalidPath();
}

function own(map: Item, name: string): AttributeValue | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

function without(map: Item, name: string): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));
}

function invalidPath() {
  return invalid('The document path provided in the update expression is invalid for update');
}

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
