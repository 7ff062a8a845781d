import { describe, expect, test } from 'vitest';
import { readSettings } from './read-settings.ts';

describe('variables', () => {
  const variables = (text: string) => {
    const { frontMatter, problems } = readSettings(text);
    return { value: frontMatter.variables, problems };
  };

  test('have a default and may have a label', () => {
    const { value, problems } = variables(
      'variables: { A: { default: x }, B: { default: "1", label: Bee } }',
    );
    expect(problems).toEqual([]);
    expect(value).toMatchObject([
      { name: 'A', default: 'x', place: { line: 1, column: 23 } },
      { name: 'B', default: '1', label: 'Bee', place: { line: 1, column: 42 } },
    ]);
  });

  test('are none where nothing is declared', () => {
    expect(variables('requires: [a]')).toEqual({ value: [], problems: [] });
  });

  test.each([
    ['a list', 'variables: [A]', 'front-matter-type 1:12'],
    ['a name with a hyphen', 'variables: { A-B: { default: x } }', 'front-matter-type 1:14'],
    ['a name that is a number', 'variables: { 1: { default: x } }', 'front-matter-type 1:14'],
    ['no map', 'variables: { A: x }', 'front-matter-type 1:17'],
    ['a number', 'variables: { A: { default: 1 } }', 'front-matter-type 1:28'],
    ['no default', 'variables: { A: { label: x } }', 'front-matter-type 1:14'],
    ['white space around', 'variables: { A: { default: " x" } }', 'front-matter-type 1:28'],
    ['several lines', 'variables: { A: { default: "x\\ny" } }', 'front-matter-type 1:28'],
  ])('are not taken with %s', (_, text, problem) => {
    expect(variables(text)).toEqual({ value: [], problems: [problem] });
  });

  test('with a label or a key that is wrong leave the others as they are', () => {
    const { value, problems } = variables(
      'variables: { A: { default: x, label: 1, lable: y }, B: { default: z } }',
    );
    expect(value).toMatchObject([{ name: 'B', default: 'z' }]);
    expect(problems).toEqual(['front-matter-type 1:38', 'front-matter-key 1:41']);
  });

  test('with one value between them cannot be told apart', () => {
    expect(variables('variables: { A: { default: x }, B: { default: x } }').problems).toEqual([
      'ambiguous-variable 1:33',
    ]);
  });

  test('may share a value by an alias', () => {
    expect(variables('account: &a x, variables: { A: { default: *a } }')).toMatchObject({
      value: [{ name: 'A', default: 'x' }],
      problems: [],
    });
  });
});

describe('exceptions', () => {
  const allow = (text: string) => {
    const { frontMatter, problems } = readSettings(text);
    return { value: frontMatter.allow, problems };
  };

  test('have a rule and a reason, and may be of one text', () => {
    expect(allow('allow: [{ rule: a, reason: b }, { rule: c, value: "1", reason: d }]')).toMatchObject({
      value: [
        { rule: 'a', reason: 'b', place: { column: 18 } },
        { rule: 'c', value: '1', reason: 'd', place: { column: 42 } },
      ],
      problems: [],
    });
  });

  test.each([
    ['a map', 'allow: { rule: a }', 'front-matter-type 1:8'],
    ['no reason', 'allow: [{ rule: a }]', 'front-matter-type 1:9'],
    ['a reason of spaces', 'allow: [{ rule: a, reason: " " }]', 'front-matter-type 1:28'],
    ['a value that is a number', 'allow: [{ rule: a, reason: b, value: 1 }]', 'front-matter-type 1:38'],
    ['a key of another name', 'allow: [{ rule: a, reason: b, why: c }]', 'front-matter-key 1:31'],
    ['a text', 'allow: [a]', 'front-matter-type 1:9'],
  ])('are not taken with %s', (_, text, problem) => {
    expect(allow(text)).toEqual({ value: [], problems: [problem] });
  });
});

describe('mark of a translation', () => {
  const translation = (text: string) => {
    const { frontMatter, problems } = readSettings(`translation: ${text}`);
    return { value: frontMatter.translation, problems };
  };
  const source = '0123456789abcdef0123456789abcdef01234567';
  const prose = '0123456789abcdef';

  test('of 0.2.0 is what the whole page was made from', () => {
    expect(translation(`{ source: '${source}', prose: '${prose}' }`)).toEqual({
      value: { source, prose },
      problems: [],
    });
  });

  test('is what each heading was made from', () => {
    const list = `[{ heading: run, prose: '${prose}' }, { heading: '', prose: '${prose}', state: machine }]`;
    expect(translation(list)).toEqual({
      value: {
        headings: [
          { heading: 'run', prose },
          { heading: '', prose, isMachine: true },
        ],
      },
      problems: [],
    });
  });

  test.each([
    ['a text in the list', '[a]', ['front-matter-type 1:15']],
    ['no name', `[{ prose: '${prose}' }]`, ['front-matter-type 1:15']],
    ['a short hash', `[{ heading: a, prose: '0' }]`, ['front-matter-type 1:36']],
    ['another state', `[{ heading: a, prose: '${prose}', state: b }]`, ['front-matter-type 1:63']],
    ['another key', `[{ heading: a, prose: '${prose}', by: b }]`, ['front-matter-key 1:56']],
    ['a short id', `{ source: '0123', prose: '${prose}' }`, ['front-matter-type 1:24']],
    ['no hash', `{ source: '${source}' }`, ['front-matter-type 1:1']],
    [
      'capital digits',
      `{ source: '${source}', prose: '${prose.toUpperCase()}' }`,
      ['front-matter-type 1:75'],
    ],
    ['a text', 'abc', ['front-matter-type 1:14']],
  ])('is refused with %s', (_, text, problems) => {
    expect(translation(text)).toEqual({ value: undefined, problems });
  });
});
