import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ControlRecords } from '../../../src/shell/bash/control-records.ts';

test('records are the same however their text is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string().filter((text) => !text.includes('\0'))), fc.nat(7), (texts, size) => {
      const whole = texts.map((text) => `${text}\0`).join('');
      const records = new ControlRecords();
      const found: string[] = [];
      for (let at = 0; at < whole.length; at += size + 1)
        found.push(...records.take(whole.slice(at, at + size + 1)));
      expect(found).toEqual(texts);
      expect(records.pending).toBe(0);
    }),
  );
});

test('says how much of a record has come', () => {
  const records = new ControlRecords();
  expect(records.take('a\0bc')).toEqual(['a']);
  expect(records.take('de')).toEqual([]);
  expect(records.pending).toBe(4);
});
