import { defineCommand } from 'just-bash';
import { joined, parseSize, readInput } from './bytes.ts';
import { failed, succeeded } from './exec-results.ts';
import { columns, fieldOf, type OdField } from './od-fields.ts';
import { lastValue, type ParsedOptions, parseOptions } from './options.ts';

const SPEC = {
  flags: ['v', 'b', 'c', 'd', 'o', 's', 'x', 'i', 'l', 'a'],
  values: ['A', 't', 'N', 'j', 'w?'],
  same: {
    'address-radix': 'A',
    format: 't',
    'read-bytes': 'N',
    'skip-bytes': 'j',
    width: 'w',
    'output-duplicates': 'v',
  },
};
/** Letters of old that stand for types. */
const OLD: Readonly<Record<string, string>> = {
  ...{ a: 'a', b: 'o1', c: 'c', d: 'u2', o: 'o2', s: 'd2', x: 'x2', i: 'd4', l: 'd8' },
};
const RADIX: Readonly<Record<string, [base: number, width: number]>> = { d: [10, 7], o: [8, 7], x: [16, 6] };

/** od(1) of coreutils, but for strings and numbers with a fraction. */
export const odCommand = defineCommand('od', async (args, context) => {
  const options = parseOptions(args, SPEC);
  if (typeof options === 'string') return failed(`od: ${options}\nTry 'od --help' for more information.`);
  const layout = layoutOf(options);
  if (typeof layout === 'string') return failed(`od: ${layout}`);
  const inputs = options.operands.length > 0 ? options.operands : ['-'];
  const read = await Promise.all(inputs.map((file) => readInput(file, context)));
  const stderr = read
    .map((one, index) => (typeof one === 'string' ? `od: ${inputs[index]}: ${one}\n` : ''))
    .join('');
  const files = read.filter((one) => typeof one !== 'string');
  const last = parseSize(lastValue(options, 'N') ?? '');
  const skipped = parseSize(lastValue(options, 'j') ?? '') ?? 0;
  const all = joined(files);
  const bytes = all.subarray(skipped, last === undefined ? undefined : skipped + last);
  const stdout = files.length > 0 ? dump(bytes, skipped, layout) : '';
  return { ...succeeded(stdout), stderr, exitCode: stderr === '' ? 0 : 1 };
});

interface Layout {
  readonly fields: readonly OdField[];
  /** Bytes of a line. */
  readonly width: number;
  readonly address: (offset: number) => string;
  readonly keepsDuplicates: boolean;
}

function layoutOf(options: ParsedOptions): Layout | string {
  const old = [...options.flags].flatMap((flag) => OLD[flag] ?? []);
  const types = [
    ...options.values.filter(([name]) => name === 't').flatMap(([, text]) => typesIn(text)),
    ...old,
  ];
  const fields = (types.length > 0 ? types : ['o2']).map(fieldOf);
  const unknown = fields.findIndex((field) => !field);
  if (unknown >= 0) return `this shell's od knows the types a, c, d, o, u and x, not '${types[unknown]}'`;
  const radix = lastValue(options, 'A') ?? 'o';
  const [base, digits] = RADIX[radix] ?? [0, 0];
  if (base === 0 && radix !== 'n')
    return `invalid output address radix '${radix}'; it must be one character from [doxn]`;
  const asked = lastValue(options, 'w');
  return {
    fields: fields as OdField[],
    width: asked === undefined ? 16 : asked === '' ? 32 : Number(asked),
    address: (offset) => (base === 0 ? '' : offset.toString(base).padStart(digits, '0')),
    keepsDuplicates: options.flags.has('v'),
  };
}

/** `x1c` -> `x1`, `c`; a `z` at the end belongs to its type. */
const typesIn = (text: string): string[] => text.match(/[a-zA-Z][CSIL\d]*z?/g) ?? [text];

function dump(bytes: Uint8Array, start: number, layout: Layout): string {
  const { width, address, keepsDuplicates } = layout;
  const lines: string[] = [];
  let before = '';
  for (let at = 0; at < bytes.length; at += width) {
    const block = bytes.subarray(at, at + width);
    const content = block.join();
    const isRepeated = !keepsDuplicates && block.length === width && content === before;
    before = content;
    if (!isRepeated) lines.push(...columns(block, layout).map((text, row) => lead(at, row) + text));
    else if (lines.at(-1) !== '*') lines.push('*');
  }
  const end = address(start + bytes.length);
  return [...lines, ...(end === '' ? [] : [end])].map((line) => `${line}\n`).join('');

  function lead(at: number, row: number): string {
    const text = address(start + at);
    return row === 0 ? text : ' '.repeat(text.length);
  }
}
