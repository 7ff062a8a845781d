/** Tells whether a pattern matches the whole of a text. */
export type WholeMatch = (text: string) => boolean;

/**
 * Compiles the allowed pattern of a parameter. Its author is the reader: RE2 searches in a time that grows with the
 * text's length only, and is loaded where there is a pattern. `invalid` is no regular expression, `unsupported` one
 * with parts that RE2 lacks (lookaround, references to groups).
 */
export async function compileAllowedPattern(
  pattern: string,
): Promise<WholeMatch | 'invalid' | 'unsupported'> {
  const { RE2JS, RE2JSException } = await import(/* webpackChunkName: "re2" */ 're2js');
  try {
    const compiled = RE2JS.compile(pattern);
    return (text) => compiled.matches(text);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return isRegularExpression(pattern) ? 'unsupported' : 'invalid';
  }
}

/** Only compiled, never run. */
function isRegularExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
