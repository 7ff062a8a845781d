import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rewritePage } from '../../../src/doctest/update/rewrite-page.ts';
import { type Page, readPage } from '../../../src/procedure/index.ts';
import { runs } from '../../runs.ts';

const identity = { id: 'course/page', file: 'docs/course/page.mdx', locale: 'ja' };

function read(source: string): Page {
  const { page, problems } = readPage(source, identity);
  if (!page) throw new Error(JSON.stringify(problems));
  return page;
}

const bodiesOf = (page: Page) => page.steps.map((step) => ('result' in step ? step.result?.body : undefined));

/** A step with its result in a container: the marks before its first line and before the others. */
const container = fc.constantFrom(
  { first: '', rest: '', name: 'nothing' },
  { first: '- ', rest: '  ', name: 'a list' },
  { first: '1. ', rest: '   ', name: 'a numbered list' },
  { first: '> ', rest: '> ', name: 'a quote' },
  { first: '> - ', rest: '>   ', name: 'a list in a quote' },
  { first: '-\t', rest: '\t', name: 'a list with tabs' },
);
const fence = fc.constantFrom('```', '````', '~~~', '~~~~~');
const line = fc.constantFrom(
  'a',
  '  b',
  '',
  'あ い',
  '> c',
  '- d',
  '# e',
  '*',
  '\tf',
  '{"g": 1}',
  '<h />',
  '{i}',
  '`j`',
);
const body = fc
  .array(line, { minLength: 1, maxLength: 5 })
  .map((lines) => lines.join('\n'))
  .filter((text) => text.trim() !== '' && !text.startsWith('\n') && !text.endsWith('\n'));
const block = fc.record({ container, fence, body, fresh: fc.option(body, { nil: undefined }) });

interface Block {
  readonly container: { readonly first: string; readonly rest: string };
  readonly fence: string;
  readonly body: string;
}

function write({ container: { first, rest }, fence, body }: Block): string {
  const lines = ['```bash command', 'ls', '```', '', `${fence}text result`, ...body.split('\n'), fence];
  return lines
    .map((text, index) => (text === '' ? rest.trimEnd() : (index === 0 ? first : rest) + text))
    .join('\n');
}

test('all that is outside of the bodies stays, to the byte', () => {
  const documents = fc.record({
    blocks: fc.array(block, { minLength: 1, maxLength: 4 }),
    bom: fc.constantFrom('', '\uFEFF'),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n', '\n\n'),
  });
  let rewrittenPages = 0;
  fc.assert(
    fc.property(documents, ({ blocks, bom, lineBreak, end }) => {
      const make = (all: readonly Block[]) =>
        (bom + all.map((one, index) => `# ${index}\n\n${write(one)}`).join('\n\n') + end).replaceAll(
          '\n',
          lineBreak,
        );
      const source = make(blocks);
      const page = read(source);
      fc.pre(bodiesOf(page).join('|') === blocks.map((one) => one.body).join('|'));
      const fresh = new Map(
        page.steps.flatMap(({ id }, index) => {
          const text = blocks[index]?.fresh;
          return text === undefined ? [] : [[id, text] as const];
        }),
      );
      const result = rewritePage(source, page, fresh);
      if ('problem' in result) return;
      rewrittenPages++;
      expect(result.source).toBe(make(blocks.map((one) => ({ ...one, body: one.fresh ?? one.body }))));
      expect(rewritePage(result.source, read(result.source), fresh)).toEqual(result);
    }),
    { numRuns: runs(300) },
  );
  expect(rewrittenPages).toBeGreaterThan(runs(150));
});

describe('a body', () => {
  const source = '```bash command\nls\n```\n\n```text result\na\n```\n\nText.\n';
  const rewritten = (text: string, from = source) =>
    rewritePage(from, read(from), new Map([['step-1', text]]));

  test('may become longer', () => {
    expect(rewritten('a\n\nb')).toEqual({ source: source.replace('\na\n', '\na\n\nb\n') });
  });

  test('may have been empty', () => {
    const empty = source.replace('\na\n', '\n');
    expect(rewritten('a', empty)).toEqual({ source });
  });

  test('that would end its fence is refused', () => {
    expect(rewritten('a\n```\nb')).toMatchObject({ problem: expect.stringContaining('by hand') });
  });
});
