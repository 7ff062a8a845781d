import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { withPackedSteps, withSteps } from '../../src/doctest/packed.ts';
import { aPage } from './pages.ts';

const page = { ...aPage('page', ['other'], 3), title: '題' };

test('packed steps are what they were, also in copies of their page', () => {
  const packed = withPackedSteps(page);
  expect(packed).toEqual(page);
  expect({ ...packed }).toEqual(page);
  expect(structuredClone(packed)).toEqual(page);
  expect(JSON.parse(JSON.stringify(packed))).toEqual(page);
});

/** In a function of its own: no variable of the test holds the steps. */
function packedAndHeld() {
  const data = { steps: [{ id: 'step-1' }] };
  return { packed: withPackedSteps(data), held: new WeakRef(data.steps) };
}

test('steps that were packed are let go', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { packed, held } = packedAndHeld();
  await setImmediate();
  collect();
  expect(held.deref()).toBeUndefined();
  expect(packed.steps).toEqual([{ id: 'step-1' }]);
});

test('text survives that is no well-formed Unicode', () => {
  const data = { steps: [{ script: '\ud800\u0000😀' }] };
  expect(withPackedSteps(data)).toEqual(data);
});

test('steps are made when they are asked for, and kept while few others are', () => {
  let made = 0;
  const make = () => {
    made += 1;
    return [];
  };
  const lazy = withSteps(page, make);
  // One made from it is as lazy.
  const other = withSteps(lazy, () => lazy.steps);
  expect(made).toBe(0);
  expect(other.steps).toBe(lazy.steps);
  expect(made).toBe(1);
  for (let count = 0; count < 100; count += 1) void withSteps(page, () => []).steps;
  expect(lazy.steps).toEqual([]);
  expect(made).toBe(2);
});
