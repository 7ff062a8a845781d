import { defineCommand } from 'just-bash';
import { readInput, writeOutput } from './bytes.ts';
import { failed, succeeded } from './exec-results.ts';
import { lastValue, type ParsedOptions, parseOptions } from './options.ts';
import { comparing, parseSortKey, type SortKey } from './sort-keys.ts';

const SPEC = {
  flags: ['r', 'n', 'u', 'f', 'b', 's', 'V', 'h', 'g', 'd', 'c', 'C', 'm', 'z', 'i', 'M'],
  values: ['k', 't', 'o', 'S', 'T'],
  same: {
    reverse: 'r',
    'numeric-sort': 'n',
    unique: 'u',
    'ignore-case': 'f',
    'ignore-leading-blanks': 'b',
    stable: 's',
    'version-sort': 'V',
    'human-numeric-sort': 'h',
    'general-numeric-sort': 'g',
    'dictionary-order': 'd',
    check: 'c',
    merge: 'm',
    'zero-terminated': 'z',
    key: 'k',
    'field-separator': 't',
    output: 'o',
  },
};
const TROUBLE = 2;
/** Orders that change what counts of a key. */
const ORDERING = 'nfbVhgdrM';

/** sort(1) of coreutils in the C.UTF-8 locale, where text is ordered by its code points. */
export const sortCommand = defineCommand('sort', async (args, context) => {
  const options = parseOptions(args, SPEC);
  if (typeof options === 'string')
    return failed(`sort: ${options}\nTry 'sort --help' for more information.`, TROUBLE);
  const refused = ['i', 'M', 'd'].find((flag) => options.flags.has(flag));
  if (refused !== undefined) return failed(`sort: this shell's sort does not know -${refused}`, TROUBLE);
  const keys = keysOf(options);
  if (typeof keys === 'string') return failed(`sort: ${keys}`, TROUBLE);
  const texts: string[] = [];
  for (const file of options.operands.length > 0 ? options.operands : ['-']) {
    const bytes = await readInput(file, context);
    if (typeof bytes === 'string') {
      const verb = bytes === 'Is a directory' ? 'read failed' : 'cannot read';
      return failed(`sort: ${verb}: ${file}: ${bytes}`, TROUBLE);
    }
    texts.push(new TextDecoder().decode(bytes));
  }
  const end = options.flags.has('z') ? '\0' : '\n';
  const lines = texts.flatMap((text) => linesOf(text, end));
  const compare = comparing(keys, lastValue(options, 't'), options.flags);
  if (options.flags.has('c') || options.flags.has('C')) return checked(lines, compare, options);
  const sorted = lines.toSorted(compare.whole);
  const kept = options.flags.has('u')
    ? sorted.filter((line, at) => at === 0 || compare.keys(sorted[at - 1] ?? '', line) !== 0)
    : sorted;
  const output = kept.map((line) => line + end).join('');
  const target = lastValue(options, 'o');
  if (target === undefined) return succeeded(output);
  const problem = await writeOutput(target, output, context);
  return problem === undefined ? succeeded('') : failed(`sort: open failed: ${target}: ${problem}`, TROUBLE);
});

function linesOf(text: string, end: string): string[] {
  const lines = text.split(end);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** A key without an order of its own has that of the command; without keys, the line is the key. */
function keysOf(options: ParsedOptions): SortKey[] | string {
  const common = [...ORDERING].filter((flag) => options.flags.has(flag)).join('');
  const given = options.values.filter(([name]) => name === 'k').map(([, text]) => text);
  if (given.length === 0) return [{ from: [1, 1], orders: common }];
  const keys = given.map((text) => parseSortKey(text, common));
  const wrong = keys.indexOf(undefined);
  return wrong >= 0
    ? `invalid number at field start: invalid count at start of ‘${given[wrong]}’`
    : (keys as SortKey[]);
}

function checked(
  lines: readonly string[],
  compare: ReturnType<typeof comparing>,
  { flags, operands }: ParsedOptions,
) {
  const least = flags.has('u') ? 0 : 1;
  const at = lines.findIndex(
    (line, index) => index > 0 && compare.whole(lines[index - 1] ?? '', line) >= least,
  );
  if (at < 0) return succeeded('');
  if (flags.has('C')) return { ...succeeded(''), exitCode: 1 };
  return failed(`sort: ${operands[0] ?? '-'}:${at + 1}: disorder: ${lines[at]}`);
}
