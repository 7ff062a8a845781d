const STRING = /^declare -[-\w]+ ([A-Za-z_]\w*)=(?:"((?:[^"\\]|\\[\s\S])*)"|\$'((?:[^'\\]|\\[\s\S])*)')$/gm;

/**
 * Reads the variables that hold a string from what `declare -p` printed. Bash quotes those with line ends and other
 * control characters as `$'...'`. Arrays are left out.
 *
 * @example valuesOf('declare -x A="1"\ndeclare -- B=$\'a\\nb\'\n') // Map { 'A' => '1', 'B' => 'a\nb' }
 */
export function valuesOf(declarations: string): Map<string, string> {
  return new Map(
    [...declarations.matchAll(STRING)].map(([, name = '', plain, quoted = '']) => [
      name,
      plain === undefined ? unquoted(quoted) : plain.replace(/\\(["\\$`])/g, '$1'),
    ]),
  );
}

const CONTROLS: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  E: '\u001b',
};

/** A text between `$'` and `'`: control characters by a letter or by their number in octal digits. */
const unquoted = (text: string): string =>
  text.replace(/\\([0-7]{3}|[\s\S])/g, (_, sign: string) =>
    sign.length === 3 ? String.fromCharCode(Number.parseInt(sign, 8)) : (CONTROLS[sign] ?? sign),
  );

/** The directory of the `cd` behind the declarations; undefined where its name is quoted. */
export function directoryOf(declarations: string): string | undefined {
  const last = [...declarations.matchAll(/^cd (.+)$/gm)].at(-1)?.[1];
  return last !== undefined && /^[\w./@%+:,-]+$/.test(last) ? last : undefined;
}
