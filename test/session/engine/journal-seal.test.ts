import { expect, test } from 'vitest';
import { isSealed, sealJournal } from '../../../src/session/engine/journal-seal.ts';

const journal = { practice: 'p', account: 'a', start: 1, seed: 's', events: [] };
const key = new Uint8Array(32).fill(7);

test('what was sealed with a key is known by it, also after it was stored', () => {
  expect(isSealed(JSON.parse(JSON.stringify(sealJournal(journal, key))), key)).toBe(true);
});

test.each([
  ['another key', sealJournal(journal, new Uint8Array(32))],
  ['a changed seed', { ...sealJournal(journal, key), seed: 't' }],
  ['something more', { ...sealJournal(journal, key), more: 1 }],
  ['no seal', journal],
  ['nothing', null],
  ['a text', 'seal'],
])('%s is not', (_, found) => {
  expect(isSealed(found, key)).toBe(false);
});
