import { expect, test } from 'vitest';
import { chooseReporters, parseOutputFile, parseReporter } from '../../src/cli/reporters.ts';

test('options may be repeated, and are refused where there is no such reporter', () => {
  expect(parseReporter('tap', ['json'])).toEqual(['json', 'tap']);
  expect(() => parseReporter('xml')).toThrow('No such reporter. There are: default, json');
  expect(parseOutputFile('junit=a=b.xml')).toEqual([{ name: 'junit', file: 'a=b.xml' }]);
  for (const text of ['junit', 'default=x', 'junit='])
    expect(() => parseOutputFile(text)).toThrow('and a path');
});

test.each([
  ['nothing', [], [], false, [{ name: 'default' }]],
  ['nothing, in a workflow of GitHub', [], [], true, [{ name: 'github' }]],
  ['a file', [], [{ name: 'junit', file: 'x' }], false, [{ name: 'default' }, { name: 'junit', file: 'x' }]],
  ['a document', ['json', 'json'], [], true, [{ name: 'json' }]],
  [
    'a document and its file',
    ['json', 'default'],
    [{ name: 'json', file: 'x' }],
    false,
    [{ name: 'default' }, { name: 'json', file: 'x' }],
  ],
] as const)('%s', (_, names, files, github, chosen) => {
  expect(chooseReporters(names, files, github)).toEqual(chosen);
});

test('two documents cannot both have stdout', () => {
  expect(chooseReporters(['json', 'junit'])).toBe(
    'json and junit would both write to stdout: give one a file, as in --output-file json=json.json',
  );
  expect(chooseReporters(['tap', 'json', 'html'])).toContain('give all but one a file');
});
