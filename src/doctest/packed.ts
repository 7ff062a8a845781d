import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A page, or the report of one: its steps are most of it. */
interface Stepped {
  readonly steps: readonly object[];
}

/** Pages and reports are a few KiB: a small window takes a third of the time, and as few bytes. */
const SMALL = { level: 3, windowBits: 13, memLevel: 6 };

/**
 * Returns the object with its steps packed, as compressed JSON: a run of ten thousand pages keeps of each what it must,
 * and makes the rest when it is asked for. What was made once may be made anew: compare steps by their ids.
 */
export const withPackedSteps = <Data extends Stepped>(data: Data): Data =>
  MAKE in data ? data : withStepsOf(data, packSteps(data.steps));

/** Packs steps. Copied: the compressor gives a slice of a large buffer. */
export const packSteps = (steps: Stepped['steps']): Uint8Array =>
  new Uint8Array(deflateRawSync(JSON.stringify(steps), SMALL));

/** Returns the object with steps that were packed elsewhere. */
export const withStepsOf = <Data extends Stepped>(data: Data, packed: Uint8Array): Data =>
  withSteps(data, () => JSON.parse(inflateRawSync(packed).toString()));

/** Makes the steps. A key of the object, not a closure of its getter: so that all objects have one shape. */
const MAKE = Symbol('make');

/** Returns the object with other steps, which are made when they are asked for. */
export function withSteps<Data extends Stepped>(data: Data, make: () => Data['steps']): Data {
  const lazy: Record<string, unknown> = {};
  // A spread would make the steps of `data` now, if they are lazy too.
  for (const key of Object.keys(data) as (keyof Data & string)[]) if (key !== 'steps') lazy[key] = data[key];
  return Object.defineProperties(lazy, {
    [MAKE]: { value: make },
    steps: { enumerable: true, get: recentSteps },
  }) as Data;
}

/**
 * Steps made last: a page that runs is asked for them again and again. Few, for what is remembered outlives the young
 * generation: the report of ten thousand pages would fill the heap with their steps.
 */
const recent = new Map<object, Stepped['steps']>();
const RECENT = 8;

function recentSteps(this: { readonly [MAKE]: () => Stepped['steps'] }): Stepped['steps'] {
  const steps = recent.get(this) ?? this[MAKE]();
  recent.delete(this);
  recent.set(this, steps);
  const [oldest] = recent.keys();
  if (oldest && recent.size > RECENT) recent.delete(oldest);
  return steps;
}
