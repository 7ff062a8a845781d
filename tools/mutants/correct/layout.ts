import type { Actual } from '../../../src/matching/index.ts';
import { isObject, type Json, readJson, sites } from '../json.ts';
import type { Change, PublishedResult } from '../types.ts';

const ISO_UTC = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z|\+00:00)/g;
const SGR = /^(?=.*\S)(.*)$/gm;

/** Kinds of layouts, and of wordings of the other versions of the CLI: none where it prints the same. */
const KINDS: Readonly<Record<string, (output: Actual, result: PublishedResult) => Actual | undefined>> = {
  'keys in another order': (output) => asJson(output, (tree) => JSON.stringify(reordered(tree), null, 4)),
  'JSON on one line': (output) => asJson(output, (tree) => JSON.stringify(tree)),
  'JSON indented by two': (output) => asJson(output, (tree) => JSON.stringify(tree, null, 2)),
  'line ends of Windows': (output) => onBoth(output, (text) => text.replaceAll('\n', '\r\n')),
  'white space at the ends of lines': (output, { example }) =>
    example.match === 'exact' ? undefined : onBoth(output, (text) => text.replaceAll('\n', '  \n')),
  'no line end at the end': (output) => onBoth(output, (text) => text.replace(/\n$/, '')),
  colours: (output) => onBoth(output, (text) => text.replace(SGR, '\u001b[32m$1\u001b[0m')),
  'progress that is written over': (output) => onBoth(output, (text) => text.replace(/^(?=\S)/gm, '.\r')),
  'times of the other version of the CLI': (output) =>
    onBoth(output, (text) =>
      text.replace(ISO_UTC, (_, time, zone) => time + (zone === 'Z' ? '+00:00' : 'Z')),
    ),
  'times with a fraction': (output) => onBoth(output, (text) => text.replace(ISO_UTC, '$1.123456$2')),
  'the mark of errors of newer versions of the CLI': (output) =>
    onBoth(output, (text) => text.replace(/^(?=An error occurred \()/m, 'aws: [ERROR]: ')),
  'the exit code of errors of version 1': (output, { example }) =>
    output.exitCode === 254 && example.exit === undefined ? { ...output, exitCode: 255 } : undefined,
};

/** Makes the outputs of right runs that differ in how they are printed. */
export function* otherLayouts(result: PublishedResult): Iterable<Change> {
  const { output } = result;
  for (const [kind, change] of Object.entries(KINDS)) {
    const changed = change(output, result);
    const isSame = changed?.stdout === output.stdout && changed.stderr === output.stderr;
    if (changed && (!isSame || changed.exitCode !== output.exitCode))
      yield { kind, path: 'output', from: '', to: '', output: changed };
  }
}

/** Makes outputs with one more key: each passes with a notice. */
export function* moreKeys({ output, example }: PublishedResult): Iterable<Change> {
  const tree = readJson(output.stdout);
  if (tree === undefined || example.match === 'exact') return;
  for (const { value, path, replace } of sites(tree)) {
    if (!isObject(value)) continue;
    const stdout = JSON.stringify(replace({ ...value, AddedByAws: 'later' }), null, 4);
    yield { kind: 'one more key', path, from: '', to: 'AddedByAws', output: { ...output, stdout } };
  }
}

const onBoth = (output: Actual, change: (text: string) => string): Actual => ({
  ...output,
  stdout: change(output.stdout),
  stderr: change(output.stderr),
});

function asJson(output: Actual, print: (tree: Json) => string): Actual | undefined {
  const tree = readJson(output.stdout);
  return tree === undefined || tree === null || typeof tree !== 'object'
    ? undefined
    : { ...output, stdout: `${print(tree)}\n` };
}

function reordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(reordered);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reordered(item)]),
  );
}
