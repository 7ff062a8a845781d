import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { syncPage } from '../../src/translation/index.ts';
import { runs } from '../runs.ts';
import { outline } from './outlines.ts';

type Piece = { readonly kind: 'words' | 'code'; readonly text: string };

const command = fc.constantFrom(
  'aws s3 ls',
  'aws sts get-caller-identity',
  "echo 'a'\necho b",
  'cat << END\n# no comment\n\nEND',
  '',
);
const info = fc.constantFrom('bash command', 'bash env', 'bash command id=one', 'text result', 'json', 'sh');
const marker = fc.constantFrom('```', '~~~', '````');
const fence = fc
  .tuple(marker, info, command)
  .map(([mark, words, body]) => `${mark}${words}\n${body}\n${mark}`);
const elapse = fc.constantFrom('<Elapse duration="15m" />', '<Elapse duration="1h" />');
const code: fc.Arbitrary<Piece> = fc.oneof(fence, elapse).map((text) => ({ kind: 'code', text }));
const words: fc.Arbitrary<Piece> = fc
  .oneof(
    fc.constantFrom(
      'Some words.',
      'いくつかの\n言葉です。',
      '- one\n- two',
      '> quoted\n> twice',
      '```text\nnot code\n```',
    ),
    fc.constantFrom(
      ':::note[Title]\n\nInside.\n\n:::',
      'Before `code` and **after**.',
      '| a | b |\n|---|---|\n| 1 | 2 |',
    ),
  )
  .map((text) => ({ kind: 'words', text }));
/** A fence in a container, with words of its own around it. */
const nested: fc.Arbitrary<Piece> = fc.tuple(fence, fc.constantFrom('> ', '- ')).map(([text, prefix]) => ({
  kind: 'code' as const,
  text: text
    .split('\n')
    .map((line, index) => (prefix === '- ' && index > 0 ? `  ${line}` : prefix + line))
    .join('\n'),
}));

const pieces = fc.array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 3, arbitrary: code }, nested), {
  maxLength: 6,
});
const heading = fc.record({ depth: fc.integer({ min: 1, max: 3 }), anchor: fc.constantFrom(0, 1, 2, 3, 4) });
const sections = fc.uniqueArray(fc.record({ heading, pieces }), {
  selector: (one) => one.heading.anchor,
  maxLength: 4,
});
const page = fc.record({
  preamble: pieces,
  sections: sections.map((all) => all.toSorted((a, b) => a.heading.anchor - b.heading.anchor)),
});

function write({
  preamble,
  sections: all,
}: {
  preamble: Piece[];
  sections: { heading: { depth: number; anchor: number }; pieces: Piece[] }[];
}): string {
  const blocks = preamble.map(({ text }) => text);
  for (const {
    heading: { depth, anchor },
    pieces: inside,
  } of all) {
    blocks.push(`${'#'.repeat(depth)} Heading ${anchor} ${anchor === 0 ? '' : `{/* #h${anchor} */}`}`.trim());
    blocks.push(...inside.map(({ text }) => text));
  }
  return `---\ntitle: Page\n---\n\n${blocks.join('\n\n')}\n`;
}

const codeOf = (text: string): string[] =>
  outline(text).sections.flatMap(({ blocks }) =>
    blocks.map((block) => (block.kind === 'elapse' ? block.text : `${block.info}\n${block.fence.body}`)),
  );

/** Lines of prose, without containers that only held code. */
const linesOf = (text: string): string[] =>
  outline(text).sections.flatMap(({ prose }) =>
    prose
      .split('\n')
      .map((line) => line.replace(/^[\s>-]+|\s+$/g, ''))
      .filter(Boolean),
  );

describe('sync', () => {
  test('makes the code that of the source, never changes prose, and has nothing to do the second time', () => {
    let fixed = 0;
    fc.assert(
      fc.property(page, page, (sourcePage, translatedPage) => {
        const source = outline(write(sourcePage));
        const text = write(translatedPage);
        const result = syncPage(source, outline(text, 'i18n/en/page.mdx'));
        if (result.left.length > 0) {
          expect(result.text).toBe(text);
          return;
        }
        fixed += 1;
        expect(codeOf(result.text)).toEqual(codeOf(write(sourcePage)));
        // Only headings of the source may come in.
        const [before, after] = [linesOf(text), linesOf(result.text)];
        const added = after.filter((line) => /^#+ Heading/.test(line) && !before.includes(line));
        expect(after.filter((line) => !added.includes(line))).toEqual(before);
        const again = syncPage(source, outline(result.text, 'i18n/en/page.mdx'));
        expect(again).toEqual({ text: result.text, fixed: [], left: [] });
      }),
      { numRuns: runs(200) },
    );
    expect(fixed).toBeGreaterThan(runs(150));
  });
});
