import type { ExecResult } from 'just-bash';
import { corrected, type Original } from './corrected.ts';

/** jq(1), whose just-bash gave other results without a word: `-j` quoted texts, `unique` did not sort, `@csv` did not quote. */
export const jqCommand = corrected('jq', jq);

function jq(args: string[], original: Original): Promise<ExecResult> {
  const filter = filterAt(args);
  return original(
    args.map((arg, index) => {
      if (index === filter) return arg.replace(TOKENS, (token) => REPLACED[token] ?? token);
      return /^-\w*j\w*$/.test(arg) ? `${arg}r` : arg === '--join-output' ? '-jr' : arg;
    }),
  );
}

/** Options with values -> how many they take. */
const TAKES: Readonly<Record<string, number>> = {
  ...{ '--arg': 2, '--argjson': 2, '--slurpfile': 2, '--rawfile': 2, '--indent': 1, '-L': 1 },
};

/** The place of the filter; -1 where it is read from a file. */
function filterAt(args: readonly string[]): number {
  let index = 0;
  while (index < args.length && args[index]?.startsWith('-')) {
    if (args[index] === '-f' || args[index] === '--from-file') return -1;
    index += 1 + (TAKES[args[index] ?? ''] ?? 0);
  }
  return index;
}

/** String literals, which stay, and names. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[\w$.@]+/g;

const REPLACED: Readonly<Record<string, string>> = {
  unique: '(sort | unique)',
  '@csv':
    '(map(if type == "string" then "\\"" + (split("\\"") | join("\\"\\"")) + "\\"" elif . == null then "" else tostring end) | join(","))',
};
