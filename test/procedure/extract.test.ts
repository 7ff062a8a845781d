import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Page, type PageIdentity, readPage, type Span } from '../../src/procedure/index.ts';
import { runs } from '../runs.ts';

const identity: PageIdentity = { id: 'course/page', file: 'docs/course/page.mdx', locale: 'ja' };
const FENCE = '```';

function pageOf(source: string): Page {
  const { page, problems } = readPage(source, identity);
  expect(problems).toEqual([]);
  return page as Page;
}

/** Text that a script or example may hold without being a problem of its own. */
const bodyLine = fc
  .stringMatching(/^[\w .:/あ語😀{<-]{0,12}$/u)
  // Three colons close the admonition around a fence, though they stand inside of it.
  .filter((line) => !line.includes('<<') && !/^ *:{3,} *$/.test(line));
const body = fc.array(bodyLine, { minLength: 1, maxLength: 5 }).map((lines) => [...lines, 'end'].join('\n'));

interface Container {
  readonly name: string;
  readonly before: string;
  readonly first: string;
  readonly prefix: string;
  readonly after: string;
}

const containers: readonly Container[] = [
  { name: 'page', before: '', first: '', prefix: '', after: '' },
  { name: 'list', before: '', first: '1. ', prefix: '   ', after: '' },
  { name: 'nested list', before: '- a\n', first: '  - ', prefix: '    ', after: '' },
  { name: 'quote', before: '', first: '> ', prefix: '> ', after: '' },
  { name: 'list in quote', before: '', first: '> - ', prefix: '>   ', after: '' },
  { name: 'tag', before: '<Tabs>\n', first: '', prefix: '', after: '</Tabs>\n' },
  { name: 'indented in a tag', before: '<Tabs>\n', first: '  ', prefix: '  ', after: '</Tabs>\n' },
  { name: 'admonition', before: ':::note[x]\n', first: '', prefix: '', after: ':::\n' },
];

function inContainer({ before, first, prefix, after }: Container, text: string): string {
  const lines = text.split('\n').map((line, index) => (index === 0 ? first : prefix) + line);
  return `${before}${lines.join('\n')}\n${after}\n`;
}

const fence = (info: string, text: string) => `${FENCE}${info}\n${text}\n${FENCE}`;
const part = fc.record({ container: fc.constantFrom(...containers), script: body, example: body });
type Part = { container: Container; script: string; example: string };

function sourceOf(parts: readonly Part[]): string {
  return parts
    .map(({ container, script, example }, index) => {
      const step = `${fence('bash command', script)}\n\n${fence('text result', example)}`;
      return `Part ${index}.\n\n${inContainer(container, step)}\n{/* end of a container */}\n`;
    })
    .join('\n');
}

/** Returns the source at a span, without the indentation and quote marks of its container. */
function textAt(source: string, span: Span, prefix: string): string {
  return source
    .slice(span.start.offset, span.end.offset)
    .split(/\r?\n/)
    .map((line, index) => (index > 0 && line.startsWith(prefix) ? line.slice(prefix.length) : line))
    .join('\n');
}

test('every body span holds the body, wherever the fence stands', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const source = sourceOf(parts);
      const { steps } = pageOf(source);
      expect(steps).toHaveLength(parts.length);
      parts.forEach(({ container, script, example }, index) => {
        const step = steps[index];
        if (step?.role !== 'command' || !step.result)
          throw new Error('a command with its result is expected');
        expect(step.script).toBe(script);
        expect(step.result.body).toBe(example);
        expect(textAt(source, step.bodySpan, container.prefix)).toBe(script);
        expect(textAt(source, step.result.bodySpan, container.prefix)).toBe(example);
        expect(source.slice(step.span.start.offset)).toMatch(/^```bash command/);
        expect(source.slice(0, step.span.end.offset)).toMatch(/```$/);
      });
    }),
  );
});

/** Line and column of an offset, counted the slow way. */
function counted(source: string, offset: number) {
  const before = source.slice(0, offset).replace(/^\uFEFF/, '');
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset };
}

test.for([
  { name: 'LF', change: (source: string) => source },
  { name: 'CRLF', change: (source: string) => source.replaceAll('\n', '\r\n') },
  { name: 'CR', change: (source: string) => source.replaceAll('\n', '\r') },
  { name: 'a byte order mark', change: (source: string) => `\uFEFF${source}` },
  { name: 'both', change: (source: string) => `\uFEFF${source.replaceAll('\n', '\r\n')}` },
])('$name: the same steps, with places right for the source as it is', ({ change }) => {
  const frontMatter = '---\ntitle: T\ntejun:\n  requires: [a/b]\n---\n\n';
  fc.assert(
    fc.property(fc.array(part, { maxLength: 3 }), (parts) => {
      const plain = frontMatter + sourceOf(parts);
      const source = change(plain);
      const page = pageOf(source);
      const ours = JSON.parse(
        JSON.stringify(page, (key, value) => (key === 'offset' ? undefined : value)),
      ) as unknown;
      const theirs = JSON.stringify(pageOf(plain), (key, value) => (key === 'offset' ? undefined : value));
      expect(ours).toEqual(JSON.parse(theirs));
      const places = [...(page.requiresPlaces ?? []), ...page.steps.flatMap(placesOf)];
      for (const place of places) expect(place).toEqual(counted(source, place.offset));
    }),
    { numRuns: 30 },
  );
});

function placesOf(step: Page['steps'][number]) {
  const spans = [step.span];
  if (step.role !== 'elapse') spans.push(step.bodySpan);
  if ('result' in step && step.result) spans.push(step.result.span, step.result.bodySpan);
  return spans.flatMap((span) => [span.start, span.end]);
}

test('a byte order mark counts in the offsets of the first line, not in its columns', () => {
  const source = `\uFEFF${fence('bash command id=a', 'ls')}\n`;
  const [step] = pageOf(source).steps;
  expect(step?.span.start).toEqual({ line: 1, column: 1, offset: 1 });
  const { problems } = readPage(source.replace('id=a', 'id=?'), identity);
  expect(problems).toMatchObject([{ line: 1, column: 17 }]);
});

/** Random pages that look enough like ours to reach every corner. */
const scrap = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    FENCE,
    '````',
    '~~~',
    'bash command',
    'json result',
    'text result match=none',
    'bash check',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '- ',
    '> ',
    '---',
    'tejun: { requires: [a',
    '<Elapse duration="15m" />',
    '<Elapse',
    '</Tabs>',
    '<Tabs>',
    '{',
    '}',
    ':::note',
    '# Title {#id}',
    'cat << END',
    '\uFEFF',
    '\u0000',
    '"',
    "'",
    '$((',
    '{ "a": ... }',
  ),
);

test('never throws, whatever the text; a page or problems, never both, never neither', () => {
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 25 }), (scraps) => {
      const source = scraps.join('');
      const { page, problems } = readPage(source, identity);
      expect(page === undefined).toBe(problems.length > 0);
      const lines = source.split(/\r\n|\n|\r/).length;
      for (const { line, column } of problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: runs(500) },
  );
});
