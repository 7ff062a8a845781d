import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importText } from '../../../src/authoring/import/index.ts';
import { match } from '../../../src/matching/index.ts';
import { readPage } from '../../../src/procedure/index.ts';
import { type JsonNode, parseJson } from '../../../src/procedure/json/index.ts';
import { context, example, printed } from '../../matching/run.ts';

/** An example, and an output that it accepts or the fault in it: reason, line, column. */
type Case = readonly [
  text: string,
  verdict: { accepts: string } | { fault: readonly [string, number, number] },
];

const accepts = (output: string) => ({ accepts: output });
const fault = (reason: string, line: number, column: number) => ({ fault: [reason, line, column] as const });
const neither = (word: string) => `"${word}" is neither in quotes nor a number, true, false or null`;
const TWO = '{ "A": 1, "B": 2 }';

const CASES: readonly Case[] = [
  // Elisions, in every spelling.
  ['{ "A": 1, ... }', accepts(TWO)],
  ['{ "A": 1, … }', accepts(TWO)],
  ['{ "A": 1\n  〜略〜\n}', accepts(TWO)],
  ['{ "A": 1\n  ～略～\n}', accepts(TWO)],
  ['{ "A": 1\n  ～ 中略 ～\n}', accepts(TWO)],
  ['{ "A": 1\n  (略)\n}', accepts(TWO)],
  ['{ "A": 1\n  （省略）\n}', accepts(TWO)],
  ['{ "A": 1\n  （中略）\n}', accepts(TWO)],
  ['{ "A": 1\n  （以下略）\n}', accepts(TWO)],
  ['{ "A": 1\n  （以下省略）\n}', accepts(TWO)],
  ['{ "A": 1\n  〜 以下は省略しました 〜\n}', accepts(TWO)],
  ['{ "A": 1\n  （中略\n}', fault(neither('（中略'), 2, 3)],
  ['{ "A": 1\n  〜10:00〜\n}', fault(neither('〜10'), 2, 3)],
  // Their places.
  ['{ "A": ... }', accepts('{ "A": [1] }')],
  ['{ ... "A": 1 }', accepts(TWO)],
  ['{ ..., "A": 1 }', accepts(TWO)],
  ['{ "...": "..." }', accepts(TWO)],
  ['[1, ..., 3]', accepts('[1, 2, 3]')],
  ['[1\n...\n3]', accepts('[1, 2, 3]')],
  ['[1, ...,]', accepts('[1, 2]')],
  ['["..."]', accepts('["a", "b"]')],
  ['[..., , 1]', fault('"," stands where a value should stand', 1, 7)],
  ['{ "A" ... 1 }', fault('":" is missing', 1, 7)],
  ['{ "A": 1 }\n...', accepts('{ "A": 1 }\n{ "B": 2 }')],
  ['{ "A": 1 }\n（以下略）', accepts('{ "A": 1 }')],
  // Several documents: each on a line of its own, as several commands print them.
  ['{ "A": 1 }\n{ "B": 2 }', accepts('{"A":1}\n{"B":2}\n')],
  ['{ "A": 1 } { "B": 2 }', fault('something follows its end', 1, 12)],
  ['{ "A": 1 },\n{ "B": 2 }', fault('something follows its end', 1, 11)],
  // Commas, brackets, strings, white space: as RFC 8259 has them.
  ['{ "A": 1, }', fault('"," stands before "}"', 1, 11)],
  ['[1, 2,]', fault('"," stands before "]"', 1, 7)],
  ['{ "A": 1\n  "B": 2 }', fault('"," is missing', 2, 3)],
  ['{ "A": 1', fault('"}" is missing', 1, 9)],
  ['{', fault('"}" is missing', 1, 2)],
  ['[1 2]', fault('"," is missing', 1, 4)],
  ['{ "A": "a\tb" }', fault('a string holds a control character: write it as \\t', 1, 8)],
  ['{ "A": "a }', fault('a string is not closed or holds a wrong escape', 1, 8)],
  ['{ "A": "\\x" }', fault('a string is not closed or holds a wrong escape', 1, 8)],
  ["{ 'A': 1 }", fault(neither("'A'"), 1, 3)],
  ['{ A: 1 }', fault(neither('A'), 1, 3)],
  ['{ "A": 01 }', fault(neither('01'), 1, 8)],
  [
    '{\n\u00a0\u00a0"A": 1 }',
    fault('it holds U+00A0, which is no white space in JSON: write a plain space', 2, 1),
  ],
  ['{\n\u3000"A": 1 }', fault('it holds U+3000, which is no white space in JSON: write a plain space', 2, 1)],
  ['{\n\t"A": 1 }', accepts('{"A":1}')],
  ['{ "A": "10〜20" }', accepts('{ "A": "10〜20" }')],
];

describe.each(CASES)('%j', (text, verdict) => {
  const expected = 'fault' in verdict ? verdict.fault : undefined;

  test('is read by the extractor', () => {
    const source = `\`\`\`bash command\na\n\`\`\`\n\n\`\`\`json result\n${text}\n\`\`\`\n`;
    const { problems } = readPage(source, { id: 'c/p', file: 'p.mdx', locale: 'ja' });
    expect(problems.map(({ message, line, column }) => [message, line, column])).toEqual(
      expected ? [[`This json result is not JSON: ${expected[0]}.`, expected[1] + 5, expected[2]]] : [],
    );
  });

  test('is compared by the matcher', () => {
    const output = 'accepts' in verdict ? verdict.accepts : '{}';
    const { passed, differences } = match(example('json', text), printed(output), context());
    expect({ passed, messages: differences.map(({ message }) => message) }).toEqual(
      expected
        ? {
            passed: false,
            messages: [
              `The example is not JSON: ${expected[0]}. Correct it, or call the fence \`text result\`.`,
            ],
          }
        : { passed: true, messages: [] },
    );
  });

  test('is imported as what it is', () => {
    const { mdx } = importText(
      `コマンド:\n\n    aws x\n\n結果:\n\n    ${text.replaceAll('\n', '\n    ')}\n`,
      {
        format: 'markdown',
      },
    );
    expect(/^```(json|text) result$/m.exec(mdx)?.[1]).toBe(expected ? 'text' : 'json');
  });
});

/** The value of a tree that has no elisions. */
function plainValue(node: JsonNode | undefined): unknown {
  if (node?.kind === 'object')
    return Object.fromEntries([...node.entries].map(([key, value]) => [key, plainValue(value)]));
  if (node?.kind === 'array') return node.items.map(plainValue);
  return node?.kind === 'string' ? node.value : JSON.parse((node as { text: string }).text);
}

/** JSON whose strings and keys are no elisions. */
const json = fc
  .jsonValue({ maxDepth: 4 })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
  .filter((value) => !/"(?:\.{3,}|…+)"|略|__proto__/.test(JSON.stringify(value)));

const DIALECTS = ['example', 'output', 'document'] as const;

test('reads what JSON.parse reads, in every dialect', () => {
  fc.assert(
    fc.property(
      json,
      fc.constantFrom(undefined, 2, '\t'),
      fc.constantFrom(...DIALECTS),
      (value, indent, dialect) => {
        const parsed = parseJson(JSON.stringify(value, null, indent), dialect);
        expect('values' in parsed && parsed.values.map(plainValue)).toEqual([value]);
      },
    ),
  );
});

test('finds a fault wherever JSON.parse does, in what leaves nothing out', () => {
  const almost = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', 'null', ' ', 'x', '\t'), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(almost, fc.constantFrom(...DIALECTS), (parts, dialect) => {
      const text = parts.join('');
      expect('values' in parseJson(text, dialect)).toBe(isJson(text));
    }),
    { numRuns: 2_000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('knows the place of every value', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = JSON.stringify(value, null, 2);
      const check = (node: JsonNode): void => {
        expect(JSON.parse(text.slice(node.start, node.end))).toEqual(plainValue(node));
        expect(text.slice(0, node.start).split('\n').length).toBe(node.line);
        if (node.kind === 'array') node.items.forEach(check);
        if (node.kind === 'object') node.entries.forEach(check);
      };
      const parsed = parseJson(text, 'example');
      if ('values' in parsed) parsed.values.forEach(check);
    }),
  );
});

test('a value of an example may be left out, a value of an output may not', () => {
  const paths = fc.array(fc.constantFrom('...', '…', '（中略）', '〜略〜'), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(paths, json, (elisions, value) => {
      const text = `[${elisions.join(', ')}, ${JSON.stringify(value)}]`;
      expect(parseJson(text, 'example')).toMatchObject({ values: [{ kind: 'array' }] });
      expect(parseJson(text, 'output')).toMatchObject({ fault: { line: 1, offset: 1 } });
    }),
  );
});

test('a document is one value, an output may be one on each line', () => {
  expect(parseJson('1\n2', 'output')).toMatchObject({ values: [{ text: '1' }, { text: '2' }] });
  expect(parseJson('1\n2', 'document')).toEqual({
    fault: { reason: 'something follows its end', line: 2, offset: 2 },
  });
});

test('refuses what is nested too deeply to be looked at', () => {
  expect(parseJson('['.repeat(100_000), 'example')).toEqual({
    fault: { reason: 'it is nested more than 200 levels deep', line: 1, offset: 200 },
  });
});
