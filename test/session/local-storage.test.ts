import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createPersistedStore, variablesOf } from '../../src/session/local-storage.ts';
import { stubLocalStorage } from './storage.ts';

let kept: Map<string, string>;

beforeEach(() => {
  kept = stubLocalStorage();
});

const numbers = (key: string) =>
  createPersistedStore<readonly number[]>(key, (found) => (Array.isArray(found) ? found : []));

test('a value is kept for the next visit', () => {
  expect(numbers('a').set([1, 2])).toBe(true);
  expect(numbers('a').get()).toEqual([1, 2]);
});

test('it is the same object until it changes', () => {
  const store = numbers('a');
  const before = store.get();
  expect(store.get()).toBe(before);
  kept.set('a', '[3]');
  expect(store.get()).toEqual([3]);
});

test.each([
  ['nothing', undefined, undefined],
  ['no JSON', '{', null],
  ['JSON', '"x"', 'x'],
])('%s is handed to the reader as it is', (_, text, found) => {
  if (text !== undefined) kept.set('b', text);
  const read = vi.fn((value: unknown) => value);
  createPersistedStore('b', read).get();
  expect(read).toHaveBeenCalledWith(found);
});

test('a value that is taken away is nothing', () => {
  const store = createPersistedStore<string | undefined>('c', (found) => found as string | undefined);
  store.set('x');
  store.set(undefined);
  expect(store.get()).toBeUndefined();
  expect(kept.has('c')).toBe(false);
});

describe('a browser that keeps nothing', () => {
  beforeEach(() => {
    const refuse = () => {
      throw new Error('forbidden');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  });

  test('keeps the value for this tab, and says so', () => {
    const store = numbers('d');
    expect(store.get()).toEqual([]);
    expect(store.set([1])).toBe(false);
    expect(store.get()).toEqual([1]);
  });
});

test('who listens hears changes of this tab and of others, until it stops', () => {
  const target = new EventTarget();
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
  const elsewhere = (key: string | null) =>
    target.dispatchEvent(Object.assign(new Event('storage'), { key }));
  const store = numbers('e');
  const listener = vi.fn();
  const stop = store.subscribe(listener);
  store.set([1]);
  elsewhere('e');
  elsewhere(null);
  elsewhere('another');
  expect(listener).toHaveBeenCalledTimes(3);
  stop();
  store.set([2]);
  elsewhere('e');
  expect(listener).toHaveBeenCalledTimes(3);
});

test('the variables of a practice are texts, and one store for all who ask', () => {
  kept.set('tejun.variables.course', '{ "A": "x", "B": 1 }');
  expect(variablesOf('course').get()).toEqual({ A: 'x' });
  expect(variablesOf('course')).toBe(variablesOf('course'));
  kept.set('tejun.variables.other', 'null');
  expect(variablesOf('other').get()).toEqual({});
});
