import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FenceMetadata, readFenceMetadata, writeFenceMarks } from '../../src/site/fence-metadata.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1 });
const marks: fc.Arbitrary<FenceMetadata> = fc.record(
  {
    role: fc.constantFrom('env', 'check', 'command', 'result'),
    id: text,
    skip: text,
    match: text,
    reason: text,
  },
  { requiredKeys: ['role', 'id'] },
);

test('reads back the marks it wrote, beside anything of Docusaurus', () => {
  fc.assert(
    fc.property(marks, fc.constantFrom('', 'title="a b" ', '{1,3} showLineNumbers '), (written, own) => {
      expect(readFenceMetadata(own + writeFenceMarks(written))).toEqual(written);
    }),
  );
});

test('never looks like a title or a line range to Docusaurus', () => {
  fc.assert(
    fc.property(marks, (written) => {
      expect(writeFenceMarks(written)).not.toMatch(/title=["']|[{}"\s]\s/);
    }),
  );
});

test.for([
  undefined,
  '',
  'title="x"',
  'tejun-role=command',
  'tejun-role=setup tejun-id=a',
  'xtejun-role=env tejun-id=a',
])('finds no marks in %s', (metastring) => {
  expect(readFenceMetadata(metastring)).toBeUndefined();
});
