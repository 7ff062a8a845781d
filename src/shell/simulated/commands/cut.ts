import type { ExecResult } from 'just-bash';
import { printedBytes, readInput } from './bytes.ts';
import { corrected, type FileAccess, type Original } from './corrected.ts';
import { failed } from './exec-results.ts';
import { lastValue, parseOptions } from './options.ts';

const SPEC = {
  flags: ['n', 's', 'complement'],
  values: ['b', 'c', 'f', 'd'],
  same: { bytes: 'b', characters: 'c', fields: 'f', delimiter: 'd' },
};
const NEWLINE = 10;

/** cut(1) of coreutils 9, in which `-c` cuts bytes as `-b` does; just-bash cuts characters. */
export const cutCommand = corrected('cut', cut);

async function cut(args: string[], original: Original, place: FileAccess): Promise<ExecResult> {
  const options = parseOptions(args, SPEC);
  if (typeof options === 'string' || options.flags.has('complement')) return original(args);
  const isWanted = wanted(lastValue(options, 'b') ?? lastValue(options, 'c') ?? '');
  if (!isWanted) return original(args);
  const pieces: number[] = [];
  for (const file of options.operands.length > 0 ? options.operands : ['-']) {
    const bytes = await readInput(file, place);
    if (typeof bytes === 'string') return failed(`cut: ${file}: ${bytes}`);
    pieces.push(...linesCut(bytes, isWanted));
  }
  return printedBytes(Uint8Array.from(pieces));
}

/** `1-3,5` -> the places that it names, from 1; undefined for what is no list. */
function wanted(list: string): ((at: number) => boolean) | undefined {
  const ranges = list.split(',').map((range) => /^(?=\d|-\d)(\d*)(-?)(\d*)$/.exec(range));
  if (ranges.some((range) => !range)) return undefined;
  const limits = ranges.map((range) => {
    const [, from = '', dash = '', to = ''] = range ?? [];
    return [Number(from || 1), dash === '' ? Number(from) : Number(to || Number.MAX_SAFE_INTEGER)] as const;
  });
  return (at) => limits.some(([from, to]) => at >= from && at <= to);
}

function* linesCut(bytes: Uint8Array, isWanted: (at: number) => boolean): Generator<number> {
  let at = 0;
  for (const byte of bytes) {
    at = byte === NEWLINE ? 0 : at + 1;
    if (byte === NEWLINE || isWanted(at)) yield byte;
  }
  if (bytes.length > 0 && bytes.at(-1) !== NEWLINE) yield NEWLINE;
}
