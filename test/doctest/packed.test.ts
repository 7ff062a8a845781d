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
