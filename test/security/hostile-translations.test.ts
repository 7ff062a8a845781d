import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptPage,
  checkTranslations,
  ExchangeError,
  importPage,
  readPo,
  readXliff,
} from '../../src/translation/index.ts';
import { runs } from '../runs.ts';
import { acceptedText, pairOf } from '../translation/pairs.ts';

const isPolluted = (): boolean => 'polluted' in {};

const xliffOf = (target: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<xliff version="2.0" srcLang="ja" trgLang="en"><file id="f" original="docs/c/p.mdx">` +
  `<unit id="u"><segment><source>a</source><target>${target}</target></segment></unit></file></xliff>`;

const doctype = (...entities: readonly (readonly [name: string, text: string])[]): string =>
  `<!DOCTYPE x [${entities.map(([name, text]) => `<!ENTITY ${name} ${text}>`).join('')}]>`;

/** Each stands for ten of the one before. */
const LAUGHS = Array.from(
  { length: 12 },
  (_, level) => [`a${level}`, `"${level === 0 ? 'ha' : `&a${level - 1};`.repeat(10)}"`] as const,
);

describe('an XLIFF file', () => {
  test.each([
    ['with a file as an entity', xliffOf('&a;', doctype(['a', 'SYSTEM "file:///etc/passwd"']))],
    ['with a large entity', xliffOf('&a;'.repeat(10_000), doctype(['a', `"${'a'.repeat(100_000)}"`]))],
    ['with elements 20,000 deep', xliffOf(`${'<g>'.repeat(20_000)}${'</g>'.repeat(20_000)}`)],
    ['with an element __proto__', xliffOf('<__proto__>a</__proto__>')],
    ['with an attribute __proto__', xliffOf('<g __proto__="a">a</g>')],
    ['with many openings', xliffOf('<'.repeat(50_000))],
    ['with comments that do not end', xliffOf('<!--'.repeat(30_000))],
    ['that is cut off', xliffOf('a').slice(0, -20)],
  ])('%s is refused', (_, text) => {
    expect(() => readXliff(text)).toThrow(ExchangeError);
    expect(isPolluted()).toBe(false);
  });

  test('with entities of entities grows by one level only', () => {
    const [unit] = readXliff(xliffOf('&a11;', doctype(...LAUGHS))).pages[0]?.units ?? [];
    expect(unit?.target?.length).toBeLessThan(100);
  });
});

const HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: ja\\n"\n';
const entryOf = (context: string, text: string): string =>
  `\nmsgctxt "${context}"\nmsgid "${text}"\nmsgstr "polluted"\n`;

describe('a PO file', () => {
  test.each(['__proto__', 'constructor'])('with a context %s is refused', (context) => {
    expect(() => readPo(HEADER + entryOf(context, 'polluted'))).toThrow(ExchangeError);
    expect(isPolluted()).toBe(false);
  });

  test('may hold __proto__ as a text', () => {
    expect(readPo(HEADER + entryOf('docs/c/p.mdx#a', '__proto__')).pages[0]?.units).toMatchObject([
      { source: '__proto__', target: 'polluted' },
    ]);
    expect(isPolluted()).toBe(false);
  });
});

const SOURCE = '---\ntitle: 題\n---\n\n## 章 {/* #a */}\n\n文。\n\n- 項目\n';
const TRANSLATION = acceptedText(
  SOURCE,
  '---\ntitle: Title\n---\n\n## Chapter {/* #a */}\n\nWords.\n\n- Item\n',
);

/** Pieces that a translation consists of, and what a stranger may put in their place. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['---\n', 'tejun:\n', '  translation:\n', '    - heading: a\n', '      prose: 0123456789abcdef\n'],
    ...['      state: machine\n', '    source: ', `${'0'.repeat(40)}\n`, '  __proto__: { polluted: true }\n'],
    ...['&a [*a]\n', '<<: *a\n', '"\\u0000"\n', '../../etc/passwd', '{/* #a */}', '{/* #__proto__ */}\n'],
    ...[
      '## ',
      '```bash command\n',
      '```\n',
      '<details>',
      '{',
      '}',
      '> ',
      '- ',
      '| a |\n|-|\n',
      '\r\n',
      '\uFEFF',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** The parser's development build, which Vitest loads, asserts where the one that ships names the tag that is open. */
function unlessAsserted(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Error && error.name === 'Assertion')) throw error;
  }
}

test('whatever a translation holds, it is compared, accepted or refused without an error', () => {
  const prototype = Object.getOwnPropertyNames(Object.prototype);
  const lines = TRANSLATION.split('\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.nat({ max: lines.length }), (pieces, at) => {
      const text = [...lines.slice(0, at), pieces.join(''), ...lines.slice(at)].join('\n');
      const pair = pairOf(SOURCE, text);
      const site = {
        root: '/',
        locales: { source: 'ja', translations: ['en'], settings: {} },
        pairs: [pair],
      } as const;
      const units = [{ id: '__proto__', source: text, target: text, state: 'done' }] as const;
      unlessAsserted(() => checkTranslations(site));
      unlessAsserted(() => acceptPage(pair, 'ja'));
      unlessAsserted(() => importPage(pair, { sourceFile: pair.sourceFile, units: [...units] }, 'ja'));
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
    }),
    { numRuns: runs(40) },
  );
});
