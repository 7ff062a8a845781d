import { join } from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readAccount } from '../../src/aws/sandbox/account/index.ts';
import { readPage } from '../../src/procedure/index.ts';
import { parseRecording } from '../../src/recording/files/format.ts';
import { newJournal, readJournal } from '../../src/session/engine/journal.ts';
import { sealJournal } from '../../src/session/engine/journal-seal.ts';
import type { PracticeData } from '../../src/session/engine/types.ts';
import { runs } from '../runs.ts';
import { nodesOf, PROJECT, placeOf, sourcesIn } from './sources.ts';

const identity = { id: 'course/page', file: 'docs/course/page.mdx', locale: 'ja' };

/** Each alias stands for ten of the one before: 10 to the power of 12 values. */
const BOMB = Array.from({ length: 12 }, (_, level) =>
  level === 0
    ? 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'
    : `a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`,
).join('\n');

const HOSTILE: readonly (readonly [string, string])[] = [
  ['a bomb of aliases', BOMB],
  ['an alias of itself', 'id: &a [*a]'],
  ['lists in lists, 3,000 deep', `id: ${'['.repeat(3_000)}${']'.repeat(3_000)}`],
  ['a prototype', '__proto__: { polluted: true }'],
  ['a constructor', 'constructor: { prototype: { polluted: true } }'],
];

const isPolluted = (): boolean => 'polluted' in {};

describe.each(HOSTILE)('%s', (_, yaml) => {
  test('in an account file is a problem', () => {
    const { account, problems } = readAccount(yaml, 'docs/course/_account.yaml');
    expect(account).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(isPolluted()).toBe(false);
  });

  test('in the settings of a page is a problem', () => {
    const settings = yaml
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n');
    const { problems } = readPage(`---\ntejun:\n${settings}\n---\n\ntext\n`, identity);
    expect(problems.length).toBeGreaterThan(0);
    expect(isPolluted()).toBe(false);
  });
});

describe('a recording', () => {
  test.each([
    ['of another form', '{"__proto__":{"polluted":true}}'],
    ['too deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['cut off', '{"format":"tejun recording"'],
  ])('%s is refused', (_, json) => {
    expect(parseRecording(json)).toEqual({ problem: expect.any(String) });
    expect(isPolluted()).toBe(false);
  });
});

describe('a journal in the storage of a browser', () => {
  const data = { id: 'course', account: { id: '123456789012' }, pages: [] } as unknown as PracticeData;
  const journal = newJournal(data, { start: 0, seed: 'seed' });
  const key = new Uint8Array(32).fill(1);
  const typed = { kind: 'typed', at: 1, script: 'x' };
  const elapse = { kind: 'elapse', at: 1, ms: 1 };
  const step = { kind: 'step', at: 1, script: 'x', ref: { page: 'x', step: 'x' } };

  test('is taken as it was kept', () => {
    const kept = JSON.parse(JSON.stringify(sealJournal(journal, key)));
    expect(readJournal(kept, data, key)).toEqual({ kind: 'sealed', journal });
  });

  test.each<[string, unknown]>([
    ['with an event of another kind', { ...journal, events: [{ kind: 'eval', at: 1, script: 'x' }] }],
    ['with a script that is none', { ...journal, events: [{ kind: 'typed', at: 1, script: { x: 1 } }] }],
    ['with a step without a page', { ...journal, events: [{ kind: 'step', at: 1, script: '', ref: 'x' }] }],
    ['with an instant that no clock shows', { ...journal, events: [{ ...typed, at: 1e300 }] }],
    ['from before all time', { ...journal, start: -1e300 }],
    [
      'with more time than a clock counts',
      { ...journal, events: Array(9_000).fill({ ...elapse, ms: 1e12 }) },
    ],
    ['with time that goes back beyond all time', { ...journal, events: [{ ...elapse, ms: -1e300 }] }],
    ['that ends before its beginning of time', { ...journal, events: [{ ...elapse, ms: -2 }] }],
    ['with values that are none', { ...journal, events: [{ ...step, values: null }] }],
    ['with a value that is no text', { ...journal, events: [{ ...step, values: { NAME: { x: 1 } } }] }],
    ['with fewer lines than none', { ...journal, events: [{ ...step, typed: { script: '', lines: -1 } }] }],
    ['of another course', { ...journal, practice: 'other' }],
    ['that is a list', [journal]],
    ['with a prototype', JSON.parse('{"__proto__":{"polluted":true}}')],
  ])('%s is not run', (_, found) => {
    expect(readJournal(found, data, key)).toEqual({ kind: 'useless', notice: 'journal-unreadable' });
    expect(isPolluted()).toBe(false);
  });

  test('of another account is not run', () => {
    const found = sealJournal({ ...journal, account: 'other' }, key);
    expect(readJournal(found, data, key)).toEqual({ kind: 'useless', notice: 'account-changed' });
  });
});

/** Values of any form under the names that mean something to JavaScript, to a path, or to us. */
const hostileValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom(null, '../../etc/passwd', '/etc', '*a', '\0'),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(hostileName(), tie('value')), { maxLength: 5 }).map(jsonOf),
  ),
})).value;

function hostileName(): fc.Arbitrary<string> {
  const ours = [
    'id',
    'users',
    'roles',
    'name',
    'accessKeys',
    'format',
    'steps',
    'calls',
    'files',
    'path',
    'events',
  ];
  const theirs = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', '..', '<<'];
  return fc.oneof(fc.constantFrom(...ours, ...theirs), fc.string());
}

/** An object as `JSON.parse` makes it, with a key `__proto__` of its own. */
function jsonOf(entries: readonly (readonly [string, unknown])[]): unknown {
  const members = entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return JSON.parse(`{${members.join()}}`);
}

test('whatever a file holds, reading it ends without an error and without a trace', () => {
  const data = { id: 'course', account: { id: '123456789012' }, pages: [] } as unknown as PracticeData;
  const key = new Uint8Array(32).fill(1);
  const prototype = Object.getOwnPropertyNames(Object.prototype);
  fc.assert(
    fc.property(hostileValue, (value) => {
      // JSON is YAML, too.
      const text = JSON.stringify(value);
      readAccount(text, 'docs/course/_account.yaml');
      readPage(`---\ntejun: ${text}\ntitle: ${text}\n---\n\n${text}\n`, identity);
      parseRecording(text);
      readJournal(JSON.parse(text), data, key);
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
    }),
    { numRuns: runs(300) },
  );
});

/** Ways from a text to markup or code, in a browser. */
const SINKS = new Set([
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML', 'srcdoc', 'srcDoc'],
  ...['createContextualFragment', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'eval'],
]);

const isSink = (node: ts.Node): node is ts.Identifier => ts.isIdentifier(node) && SINKS.has(node.text);
const sinksIn = (file: string): string[] =>
  nodesOf(file, isSink).map((node) => `${placeOf(node)} ${node.text}`);

test('no text becomes markup or code in the browser', () => {
  const folders = ['components', 'pages', 'session', 'site', 'teaching', 'theme', 'verification'];
  const files = folders.flatMap((folder) => sourcesIn(join(PROJECT, 'src', folder)));
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(sinksIn)).toEqual([]);
});
