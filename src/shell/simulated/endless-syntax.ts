/**
 * Finds a syntax that just-bash's parser (3.4.2) would read until the memory is used up: an arithmetic expression that
 * is not closed or that holds a `$` without a name, and a parameter expansion that is not closed.
 *
 * @returns the message that bash prints for it, or undefined
 * @example endlessSyntax('echo $((1 + $))') // 'bash: line 1: syntax error: operand expected (error token is "$")\n'
 */
export function endlessSyntax(script: string): string | undefined {
  for (const { start, text, end } of arithmetic(script)) {
    if (text === undefined)
      return `bash: line ${lineAt(script, start)}: unexpected EOF while looking for matching \`${end}'\n`;
    const dollar = loneDollar(text);
    if (dollar === undefined) continue;
    return `bash: line ${lineAt(script, start)}: syntax error: operand expected (error token is "${dollar}")\n`;
  }
  return undefined;
}

interface Arithmetic {
  readonly start: number;
  /** Undefined when it is not closed. */
  readonly text: string | undefined;
  /** The sign that closes it. */
  readonly end: ')' | ']' | '}';
}

/** A sign that stands for itself, quotes, a comment, and the beginnings of arithmetic and of expansions. */
const TOKEN = /\\[\s\S]|['"]|(?<![^\s;&|()])#.*|\$?\(\(|\$\[|\$\{/g;

/** Yields each `((...))`, `$((...))`, `$[...]` and `${name:...}`; of other expansions only those that are not closed. */
function* arithmetic(script: string): Generator<Arithmetic> {
  for (const { sign, start, quoted } of signs(script)) {
    const from = start + sign.length;
    if (sign === '$[') yield { start, text: until(']', script, from), end: ']' };
    else if (sign === '${') {
      const text = until('}', script, from);
      yield { start, text: text === undefined ? text : (OFFSET.exec(text)?.[1] ?? ''), end: '}' };
    } else if (sign === '$((' || (sign === '((' && !quoted)) {
      const close = closing(script, from);
      // `((a); b)` is a subshell in another.
      if (close !== undefined && script[close - 1] !== ')') continue;
      yield { start, text: close === undefined ? close : script.slice(from, close - 1), end: ')' };
    }
  }
}

/** Yields the signs of a script outside of single quotes. */
function* signs(script: string): Generator<{ sign: string; start: number; quoted: boolean }> {
  const tokens = new RegExp(TOKEN);
  let quoted = false;
  for (let token = tokens.exec(script); token; token = tokens.exec(script)) {
    const { 0: sign, index: start } = token;
    if (sign === '"') quoted = !quoted;
    else if (sign === "'" && !quoted) {
      const close = script.indexOf("'", start + 1);
      if (close < 0) return;
      tokens.lastIndex = close + 1;
    } else yield { sign, start, quoted };
  }
}

/** `name:offset:length`, but not `name:-word` and its like. */
const OFFSET = /^[#!]?\w+(?:\[[^\]]*\])?:(?![-=+?])(.*)/s;

function until(end: string, script: string, from: number): string | undefined {
  const close = script.indexOf(end, from);
  return close < 0 ? undefined : script.slice(from, close);
}

/** Returns the place of the parenthesis that closes the second of two, which end before `from`. */
function closing(script: string, from: number): number | undefined {
  let depth = 2;
  for (let place = from; place < script.length; place++) {
    if (script[place] === '\\') place++;
    else if (script[place] === '(') depth++;
    else if (script[place] === ')' && --depth === 0) return place;
  }
  return undefined;
}

/** Finds a `$` that begins nothing, with what follows it. Inside of substitutions the parser does not look for one. */
function loneDollar(expression: string): string | undefined {
  let text = expression.replaceAll('"', '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\$\((?!\()[^()]*\)|`[^`]*`|\$\{[^{}]*\}/g, '0');
  }
  return /\$.*/s.exec(text.replace(/\$[\w({'*@#?$!-]/g, ''))?.[0].trimEnd();
}

function lineAt(script: string, place: number): number {
  return script.slice(0, place).split('\n').length;
}
