import { expect, test } from 'vitest';
import { withLazy, withPacked } from '../../src/doctest/packed.ts';
import { aPage } from './pages.ts';

const page = { ...aPage('page', ['other'], 3), title: '題' };

test('a packed value is what it was, also in copies of its object', () => {
  const packed = withPacked(page, 'steps');
  expect(packed).toEqual(page);
  expect({ ...packed }).toEqual(page);
  expect(structuredClone(packed)).toEqual(page);
  expect(JSON.parse(JSON.stringify(packed))).toEqual(page);
});

test('text survives that is no well-formed Unicode', () => {
  const data = { text: ['\ud800', '\u0000', '😀'] };
  expect(withPacked(data, 'text')).toEqual(data);
});

test('a value is made when it is asked for, and kept while few others are', () => {
  let made = 0;
  const make = () => {
    made += 1;
    return [];
  };
  const lazy = withLazy(page, 'steps', make);
  // One made from it is as lazy.
  const other = withLazy(lazy, 'steps', () => lazy.steps);
  expect(made).toBe(0);
  expect(other.steps).toBe(lazy.steps);
  expect(made).toBe(1);
  for (let count = 0; count < 100; count += 1) void withLazy(page, 'steps', () => []).steps;
  expect(lazy.steps).toEqual([]);
  expect(made).toBe(2);
});
