import { expect, it } from 'vitest';
import { createTelling } from '../../../src/session/engine/telling.ts';

it('tells what was printed in parts, a pause apart', () => {
  let now = 0;
  const heard: string[] = [];
  const told = createTelling(() => now);
  told.hear('before anyone listens');
  told.begin((text) => heard.push(text));
  for (const [at, text] of [
    [10, 'a'],
    [90, 'b'],
    [110, 'c'],
    [150, 'd'],
    [260, 'e'],
    [270, 'f'],
  ] as const) {
    now = at;
    told.hear(text);
  }
  expect(heard).toEqual(['abc', 'de']);
});

it('does not tell the next what the last has left, and nobody what is played again', () => {
  let now = 0;
  const heard: string[] = [];
  const told = createTelling(() => now);
  const tell = (text: string) => heard.push(text);
  told.begin(tell);
  told.hear('a');
  told.begin(undefined);
  told.hear('b');
  told.begin(tell);
  now = 200;
  told.hear('c');
  expect(heard).toEqual(['c']);
});
