const ANY = Symbol('*');
const ONE = Symbol('?');
type Token = string | typeof ANY | typeof ONE;

/**
 * Tells whether a text matches a pattern in which `*` stands for any characters and `?` for any one.
 * With `escapes`, a backslash takes the meaning from the character after it (EC2's filters; IAM has none).
 */
export function matchesWildcard(pattern: string, text: string, escapes = false): boolean {
  const tokens = parse(pattern, escapes);
  let [p, t] = [0, 0];
  let [star, retry] = [-1, 0];
  while (t < text.length) {
    if (tokens[p] === ANY) {
      star = p++;
      retry = t;
    } else if (p < tokens.length && (tokens[p] === ONE || tokens[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      // The last star takes one character more; no earlier one ever needs to.
      p = star + 1;
      t = ++retry;
    } else return false;
  }
  while (tokens[p] === ANY) p++;
  return p === tokens.length;
}

function parse(pattern: string, escapes: boolean): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern.charAt(i);
    if (escapes && character === '\\' && i + 1 < pattern.length) tokens.push(pattern.charAt(++i));
    else if (character === '*') tokens.push(ANY);
    else if (character === '?') tokens.push(ONE);
    else tokens.push(character);
  }
  return tokens;
}
