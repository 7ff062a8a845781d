import { describe, expect, test } from 'vitest';
import { readAllow, readVariables } from '../../../src/procedure/front-matter/sections.ts';
import { readSection } from './read-section.ts';

describe('variables', () => {
  const variables = (text: string) => readSection('variables', text, readVariables);

  test('have a default and may have a label', () => {
    const { value, problems } = variables(
      'variables: { A: { default: x }, B: { default: "1", label: Bee } }',
    );
    expect(problems).toEqual([]);
    expect(value).toMatchObject([
      { name: 'A', default: 'x' },
      { name: 'B', default: '1', label: 'Bee' },
    ]);
  });

  test('are none where nothing is declared', () => {
    expect(variables('other: 1')).toEqual({ value: [], problems: [] });
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

  test('are taken with a label or a key that is wrong, which is reported', () => {
    const { value, problems } = variables('variables: { A: { default: x, label: 1, lable: y } }');
    expect(value).toMatchObject([{ name: 'A', default: 'x' }]);
    expect(problems).toEqual(['front-matter-key 1:41', 'front-matter-type 1:38']);
  });

  test('with one value between them cannot be told apart', () => {
    expect(variables('variables: { A: { default: x }, B: { default: x } }').problems).toEqual([
      'ambiguous-variable 1:33',
    ]);
  });
});

describe('exceptions', () => {
  const allow = (text: string) => readSection('allow', text, readAllow);

  test('have a rule and a reason, and may be of one text', () => {
    expect(allow('allow: [{ rule: a, reason: b }, { rule: c, value: "1", reason: d }]')).toMatchObject({
      value: [
        { rule: 'a', reason: 'b' },
        { rule: 'c', value: '1', reason: 'd' },
      ],
      problems: [],
    });
  });

  test.each([
    ['a map', 'allow: { rule: a }', 'front-matter-type 1:8'],
    ['no reason', 'allow: [{ rule: a }]', 'front-matter-type 1:9'],
    ['a reason of spaces', 'allow: [{ rule: a, reason: " " }]', 'front-matter-type 1:9'],
    ['a value that is a number', 'allow: [{ rule: a, reason: b, value: 1 }]', 'front-matter-type 1:9'],
    ['a key of another name', 'allow: [{ rule: a, reason: b, why: c }]', 'front-matter-key 1:31'],
    ['a text', 'allow: [a]', 'front-matter-type 1:9'],
  ])('are not taken with %s', (_, text, problem) => {
    expect(allow(text)).toEqual({ value: [], problems: [problem] });
  });
});
