import { defineCommand } from 'just-bash';
import { fromLatin1, printedBytes } from './bytes.ts';
import { failed } from './exec-results.ts';

/** Bytes from 0x80 on travel through just-bash's printf as characters of private use. */
const PRIVATE = 0xf700;
const DIRECTIVE = /%(?:%|[-+ #0']*(?:\*|\d+)?(?:\.(?:\*|\d*))?(?<kind>[a-zA-Z]|\([^)]*\)T))/g;
const HIGH_BYTE = /(?<!\\)((?:\\\\)*)\\(?:x([89a-fA-F][0-9a-fA-F])|0?([23][0-7]{2}))/g;

/** printf(1) that prints bytes as they are named (`\x80`, `\200`) and pads by bytes; just-bash knows characters only. */
export const printfCommand = (account: () => Date) =>
  defineCommand('printf', async (args, { origCommand }) => {
    if (!origCommand) return failed('bash: printf: command not found', 127);
    const [format, ...values] = args[0] === '--' ? args.slice(1) : args;
    if (format === undefined) return failed('printf: usage: printf [-v var] format [arguments]', 2);
    if (format === '-v') return origCommand(args);
    const result = await origCommand([hidden(format), ...valuesFor(format, values, account)]);
    const stderr = result.stderr.replace(/^printf: (?!usage)/gm, 'bash: printf: ');
    return {
      ...result,
      ...(isHidden(result.stdout) ? printedBytes(shown(result.stdout)) : {}),
      stderr,
      exitCode: result.exitCode,
    };
  });

/** Values of `%b` have escapes of their own; the time of `%(FORMAT)T` is the practice's. */
function valuesFor(format: string, values: readonly string[], account: () => Date): string[] {
  const kinds = [...format.matchAll(DIRECTIVE)].flatMap(({ groups }) => groups?.kind ?? []);
  const isTime = (index: number): boolean => kinds[index % kinds.length]?.startsWith('(') === true;
  const now = String(Math.floor(account().getTime() / 1000));
  const missing = kinds.some((_, index) => index >= values.length && isTime(index))
    ? kinds.length - values.length
    : 0;
  return [...values, ...Array.from({ length: missing }, () => '')].map((value, index) => {
    if (isTime(index)) return value === '' || value === '-1' || value === '-2' ? now : value;
    const kind = kinds[index % kinds.length];
    if (kind === 'b') return bytewise(hidden(value));
    return kind === 's' || kind === 'c' ? bytewise(value) : value;
  });
}

const hidden = (text: string): string =>
  text.replace(HIGH_BYTE, (_, before: string, hex?: string, octal?: string) => {
    const byte = hex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hex, 16);
    return before + String.fromCharCode(PRIVATE + byte);
  });

/** bash counts widths in bytes: each byte is a character here until it is printed. */
const bytewise = (text: string): string =>
  text.replace(/[\u0080-\uf77f\uf800-\uffff]+/g, (part) =>
    Array.from(new TextEncoder().encode(part), (byte) => String.fromCharCode(PRIVATE + byte)).join(''),
  );

const isHidden = (text: string): boolean => /[\uf780-\uf7ff]/.test(text);

function shown(text: string): Uint8Array {
  const parts = text.split(/([\uf780-\uf7ff]+)/);
  const encoder = new TextEncoder();
  return Uint8Array.from(
    parts.flatMap((part, index) =>
      index % 2 === 0
        ? [...encoder.encode(part)]
        : [...fromLatin1(part.replace(/./gu, (char) => String.fromCharCode(char.charCodeAt(0) - PRIVATE)))],
    ),
  );
}
