import { type CommandContext, defineCommand, type ExecResult } from 'just-bash';
import { ClockedFs } from '../clocked-fs.ts';
import {
  fromLatin1,
  joined,
  MOST_BYTES,
  printedBytes,
  readInput,
  stdinBytes,
  toHex,
  toLatin1,
  writeOutput,
} from './bytes.ts';
import { failed, succeeded } from './exec-results.ts';

const USAGE =
  'openssl: this shell knows `openssl dgst`, `rand` and `base64` (`enc -base64`), and digests by their name: ' +
  'md5, sha1, sha224, sha256, sha384, sha512';

/** Name on the command line -> name in the output of OpenSSL 3.0. */
const DIGESTS: Readonly<Record<string, string>> = {
  md5: 'MD5',
  sha1: 'SHA1',
  sha224: 'SHA2-224',
  sha256: 'SHA2-256',
  sha384: 'SHA2-384',
  sha512: 'SHA2-512',
};

/** openssl(1) for digests, random bytes and Base64. Keys and certificates are refused. */
export const opensslCommand = defineCommand('openssl', async ([command = '', ...args], context) => {
  if (command === 'dgst') return digest(args, context);
  if (command in DIGESTS) return digest([`-${command}`, ...args], context);
  if (command === 'rand') return random(args, context);
  if (command === 'base64') return base64(args, context);
  if (command === 'enc' && args.some((arg) => arg === '-base64' || arg === '-a'))
    return base64(
      args.filter((arg) => arg !== '-base64' && arg !== '-a'),
      context,
    );
  return failed(USAGE);
});

interface Words {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

/** Options of openssl have one dash and a whole word each; undefined where one is not known. */
function wordsOf(
  args: readonly string[],
  flags: readonly string[],
  values: readonly string[],
): Words | undefined {
  const found = { flags: new Set<string>(), values: new Map<string, string>(), operands: [] as string[] };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const name = arg.slice(1);
    if (!arg.startsWith('-')) found.operands.push(arg);
    else if (flags.includes(name)) found.flags.add(name);
    else if (values.includes(name) && rest.length > 0) found.values.set(name, rest.shift() ?? '');
    else return undefined;
  }
  return found;
}

async function digest(args: readonly string[], context: CommandContext): Promise<ExecResult> {
  const words = wordsOf(
    args,
    [...Object.keys(DIGESTS), 'hex', 'binary', 'r', 'c'],
    ['hmac', 'mac', 'macopt', 'out'],
  );
  const key = words && keyOf(words);
  if (!words || key === null) return failed(USAGE);
  const named = [...words.flags].find((flag) => flag in DIGESTS);
  const algorithm = named ?? 'sha256';
  const label = named === undefined ? 'SHA256' : (DIGESTS[algorithm] ?? '');
  const compute = await digester(algorithm, key);
  const pieces: Uint8Array[] = [];
  const problems: string[] = [];
  for (const file of words.operands.length > 0 ? words.operands : ['-']) {
    const bytes = await readInput(file, context);
    if (typeof bytes === 'string') problems.push(`${file}: ${bytes}\n`);
    else pieces.push(shown(compute(bytes), file === '-' ? 'stdin' : file, label, words.flags));
  }
  const output = joined(pieces);
  const result = await give(output, words.values.get('out'), context);
  return {
    ...result,
    stderr: result.stderr + problems.join(''),
    exitCode: problems.length > 0 ? 1 : result.exitCode,
  };
}

/** The key of a HMAC; undefined without one, null where its form is not known. */
function keyOf({ values }: Words): Uint8Array | undefined | null {
  const encode = (text: string) => new TextEncoder().encode(text);
  const hmac = values.get('hmac');
  if (hmac !== undefined) return encode(hmac);
  if (!values.has('mac')) return values.has('macopt') ? null : undefined;
  const [, form, text = ''] = /^(hexkey|key):(.*)$/.exec(values.get('macopt') ?? '') ?? [];
  if (values.get('mac')?.toUpperCase() !== 'HMAC' || form === undefined) return null;
  if (form === 'key') return encode(text);
  return /^(?:[0-9a-fA-F]{2})+$/.test(text) ? fromHex(text) : null;
}

const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

async function digester(algorithm: string, key: Uint8Array | undefined) {
  const { digests, hmac } = await import(/* webpackChunkName: "shell-tools" */ './digests.ts');
  const hash = digests[algorithm as keyof typeof digests];
  return (bytes: Uint8Array): Uint8Array => (key ? hmac(hash, key, bytes) : hash(bytes));
}

function shown(bytes: Uint8Array, file: string, label: string, flags: ReadonlySet<string>): Uint8Array {
  if (flags.has('binary')) return bytes;
  const hex = toHex(bytes, flags.has('c') ? ':' : '');
  return fromLatin1(flags.has('r') ? `${hex} *${file}\n` : `${label}(${file})= ${hex}\n`);
}

/** Bytes follow from the session's seed, as those of /dev/urandom. */
async function random(args: readonly string[], context: CommandContext): Promise<ExecResult> {
  const words = wordsOf(args, ['hex', 'base64'], ['out']);
  const count = Number(words?.operands[0]);
  if (words?.operands.length !== 1 || !Number.isInteger(count)) return failed(USAGE);
  if (count > MOST_BYTES) return failed(`openssl: this shell makes at most ${MOST_BYTES} random bytes`);
  const { fs } = context;
  const bytes = fs instanceof ClockedFs ? fs.devices.read('/dev/urandom', count) : undefined;
  if (!bytes) return failed('openssl: this file system has no /dev/urandom');
  const text = words.flags.has('hex')
    ? `${toHex(bytes)}\n`
    : words.flags.has('base64')
      ? encoded(bytes, false)
      : '';
  return give(text === '' ? bytes : fromLatin1(text), words.values.get('out'), context);
}

async function base64(args: readonly string[], context: CommandContext): Promise<ExecResult> {
  const words = wordsOf(args, ['d', 'e', 'A', 'a'], ['in', 'out']);
  if (!words || words.operands.length > 0) return failed(USAGE);
  const file = words.values.get('in');
  const bytes = file === undefined ? stdinBytes(context) : await readInput(file, context);
  if (typeof bytes === 'string') return failed(`Can't open "${file}" for reading, ${bytes}`);
  const output = words.flags.has('d') ? decoded(bytes) : fromLatin1(encoded(bytes, words.flags.has('A')));
  return give(output, words.values.get('out'), context);
}

/** Lines of 64 characters, or one line without an end. */
function encoded(bytes: Uint8Array, isOneLine: boolean): string {
  const text = btoa(toLatin1(bytes));
  return isOneLine ? text : text.replace(/.{1,64}/g, '$&\n');
}

/** OpenSSL prints nothing for what is not Base64. */
function decoded(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes).replace(/\s/g, '');
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0
    ? fromLatin1(atob(text))
    : new Uint8Array();
}

async function give(
  bytes: Uint8Array,
  file: string | undefined,
  context: CommandContext,
): Promise<ExecResult> {
  if (file === undefined) return printedBytes(bytes);
  const problem = await writeOutput(file, bytes, context);
  return problem === undefined ? succeeded('') : failed(`Can't open "${file}" for writing, ${problem}`);
}
