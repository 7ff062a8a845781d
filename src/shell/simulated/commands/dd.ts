import { type CommandContext, defineCommand } from 'just-bash';
import { ClockedFs } from '../clocked-fs.ts';
import { MOST_BYTES, parseSize, printedBytes, readInput, writeOutput } from './bytes.ts';
import { failed } from './exec-results.ts';

const NAMES = new Set('if of ibs obs bs count skip seek conv status iflag oflag'.split(' '));
const CONVERSIONS = new Set('notrunc ucase lcase fsync fdatasync noerror'.split(' '));
/** Bytes a second: a time that two runs share. */
const SPEED = 1_000_000_000;

/** dd(1) of coreutils for test files, pieces of files and changes within one. Its times are ours: no time passes here. */
export const ddCommand = defineCommand('dd', async (args, context) => {
  const asked = parse(args);
  if (typeof asked === 'string') return failed(`dd: ${asked}\nTry 'dd --help' for more information.`);
  const input = await readBlocks(asked, context);
  if (typeof input === 'string') return failed(`dd: ${input}`);
  const converted = convert(input, asked.conversions);
  const problem = asked.to === undefined ? undefined : await put(converted, asked, context);
  if (problem !== undefined) return failed(`dd: ${problem}`);
  const report = reportOf(input.length, asked);
  return {
    ...(asked.to === undefined ? printedBytes(converted) : printedBytes(new Uint8Array())),
    stderr: report,
  };
});

type Asked = Exclude<ReturnType<typeof parse>, string>;

function parse(args: readonly string[]) {
  const operands = new Map<string, string>();
  for (const arg of args) {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(arg) ?? [];
    if (!NAMES.has(name)) return `unrecognized operand ‘${arg}’`;
    operands.set(name, value);
  }
  for (const [name, value] of operands)
    if (/^(?:[io]?bs|count|skip|seek)$/.test(name) && parseSize(value) === undefined)
      return `invalid number: ‘${value}’`;
  const conversions = new Set((operands.get('conv') ?? '').split(',').filter((one) => one !== ''));
  for (const one of conversions)
    if (!CONVERSIONS.has(one)) return `this shell's dd does not know conv=${one}`;
  const size = (name: string): number | undefined => parseSize(operands.get(name) ?? '');
  const block = size('bs') ?? size('ibs') ?? 512;
  return {
    from: operands.get('if'),
    to: operands.get('of'),
    block,
    outputBlock: size('bs') ?? size('obs') ?? 512,
    count: size('count'),
    skip: size('skip') ?? 0,
    seek: size('seek') ?? 0,
    conversions,
    status: operands.get('status'),
  };
}

async function readBlocks(
  { from, block, count, skip }: Asked,
  context: CommandContext,
): Promise<Uint8Array | string> {
  const wanted = count === undefined ? undefined : count * block;
  if ((wanted ?? 0) > MOST_BYTES) return `this shell copies at most ${MOST_BYTES} bytes`;
  const { fs, cwd } = context;
  const device =
    from !== undefined && fs instanceof ClockedFs
      ? fs.devices.read(fs.resolvePath(cwd, from), wanted)
      : undefined;
  if (device && wanted === undefined) return `'${from}' has no end: say how much with count=`;
  if (device) return device;
  const bytes = await readInput(from ?? '-', context);
  if (typeof bytes === 'string') return `failed to open '${from}': ${bytes}`;
  return bytes.subarray(skip * block, wanted === undefined ? undefined : skip * block + wanted);
}

function convert(bytes: Uint8Array, conversions: ReadonlySet<string>): Uint8Array {
  const [first, last, change] = conversions.has('ucase') ? [97, 122, -32] : [65, 90, 32];
  if (!conversions.has('ucase') && !conversions.has('lcase')) return bytes;
  return bytes.map((byte) => (byte >= first && byte <= last ? byte + change : byte));
}

/** Writes at `seek`; without `notrunc` the file ends with what was written. */
async function put(bytes: Uint8Array, asked: Asked, context: CommandContext): Promise<string | undefined> {
  const { to = '', seek, outputBlock, conversions } = asked;
  const { fs, cwd } = context;
  const at = seek * outputBlock;
  const old = await fs.readFileBuffer(fs.resolvePath(cwd, to)).catch(() => new Uint8Array());
  const end = at + bytes.length;
  const content = new Uint8Array(conversions.has('notrunc') ? Math.max(old.length, end) : end);
  content.set(old.subarray(0, content.length));
  content.set(bytes, at);
  const problem = await writeOutput(to, content, context);
  return problem && `failed to open '${to}': ${problem}`;
}

function reportOf(bytes: number, { block, outputBlock, status }: Asked): string {
  if (status === 'none') return '';
  const counted = (size: number) => `${Math.floor(bytes / size)}+${bytes % size === 0 ? 0 : 1} records`;
  const records = `${counted(block)} in\n${counted(outputBlock)} out\n`;
  if (status === 'noxfer') return records;
  const sizes = [human(bytes, 1000, 'B'), human(bytes, 1024, 'iB')].filter((text) => text !== undefined);
  const seconds = Number((bytes / SPEED).toPrecision(6));
  const rate = bytes === 0 ? '0.0 kB/s' : '1.0 GB/s';
  const unit = bytes === 1 ? 'byte' : 'bytes';
  return `${records}${bytes} ${unit}${sizes.length > 0 ? ` (${sizes.join(', ')})` : ''} copied, ${seconds} s, ${rate}\n`;
}

/** `2.1 MB`, `10 MiB`; undefined below the first unit. */
function human(bytes: number, base: number, unit: string): string | undefined {
  const power = Math.floor(Math.log(bytes) / Math.log(base));
  if (!(power >= 1)) return undefined;
  const value = bytes / base ** power;
  const letter = base === 1000 ? 'kMG'[power - 1] : 'KMG'[power - 1];
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${letter}${unit}`;
}
