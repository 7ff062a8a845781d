import { expect, test } from 'vitest';
import { recognise } from '../../../src/authoring/import/recognise.ts';
import type { ImportedItem, LabelRole, SourceBlock } from '../../../src/authoring/import/types.ts';

const place = { line: 1, endLine: 9, indent: '' };
const label = (role: LabelRole): SourceBlock => ({ ...place, kind: 'label', role, text: 'the label' });
const code = (...body: string[]): SourceBlock => ({ ...place, kind: 'code', body });
const heading = (text: string): SourceBlock => ({ ...place, kind: 'heading', depth: 3, text });
const brief = (item: ImportedItem): string =>
  item.kind === 'step' ? item.role : item.kind === 'container' ? `[${item.items.map(brief)}]` : item.kind;
const briefs = (...blocks: SourceBlock[]): string[] => recognise(blocks).map(brief);

test('a label gives its block a role, and is not written', () => {
  expect(briefs(label('command'), code('aws s3 ls'), label('result'), code('x'))).toEqual([
    'command',
    'result',
  ]);
});

test('a heading right above a block may be a label', () => {
  expect(briefs(code('aws s3 ls'), heading('Output'), code('x'))).toEqual(['command', 'result']);
  expect(briefs(heading('Output'), code('some words'))).toEqual(['heading', 'doubt', 'fence']);
});

test('a label that nothing follows is prose again, with a remark', () => {
  expect(briefs(label('command'), heading('A'))).toEqual(['doubt', 'prose', 'heading']);
  expect(briefs(label('result'), code('x'))).toEqual(['doubt', 'prose', 'doubt', 'fence']);
});

test('a result may stand in an admonition, and the step before it outside', () => {
  const inside: SourceBlock = {
    ...place,
    kind: 'admonition',
    type: 'note',
    title: '',
    blocks: [label('result'), code('x')],
  };
  expect(briefs(code('aws s3 ls'), inside)).toEqual(['command', '[result]']);
});

test('escape sequences are taken out of results, and told', () => {
  const [, remark, result] = recognise([code('aws s3 ls'), label('result'), code('\u001b[31mred\u001b[0m')]);
  expect(remark).toMatchObject({ kind: 'doubt', message: expect.stringContaining('Escape sequences') });
  expect(result).toMatchObject({ kind: 'result', body: ['red'] });
});
