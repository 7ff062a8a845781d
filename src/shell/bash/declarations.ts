const STRING = /^declare -[-\w]+ ([A-Za-z_]\w*)="((?:[^"\\]|\\[\s\S])*)"$/gm;

/**
 * Reads the variables that hold a string from what `declare -p` printed. Arrays, and strings with control characters, are
 * left out.
 *
 * @example valuesOf('declare -x A="1"\ndeclare -- B="\\$2"\n') // Map { 'A' => '1', 'B' => '$2' }
 */
export function valuesOf(declarations: string): Map<string, string> {
  return new Map(
    [...declarations.matchAll(STRING)].map(
      ([, name = '', text = '']) => [name, text.replace(/\\(["\\$`])/g, '$1')] as const,
    ),
  );
}

/** The directory of the `cd` behind the declarations; undefined where its name is quoted. */
export function directoryOf(declarations: string): string | undefined {
  const last = [...declarations.matchAll(/^cd (.+)$/gm)].at(-1)?.[1];
  return last !== undefined && /^[\w./@%+:,-]+$/.test(last) ? last : undefined;
}
