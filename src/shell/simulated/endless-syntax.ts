/** `((` where a command begins, or `$((` anywhere; then, before its end, a `$` that names nothing. */
const LONE_DOLLAR =
  /(?:\$|(?:^|[;&|(){}!\n`]|\b(?:do|then|elif|else|if|while|until))[ \t]*)\(\((?:(?!\)\))[^$]|\$(?=[\w{('"`@*#?$!-])[\s\S])*?\$(?![\w{('"`@*#?$!-])/;

/**
 * Finds a syntax that just-bash's parser (3.4.2) would read until the memory is used up: an arithmetic expression that
 * holds a `$` without a name, or, beside `((` or `[[`, a parameter expansion that is not closed. Not all of them.
 *
 * @returns what bash says of it, or undefined
 * @example endlessSyntax('echo $((1 + $))') // 'bash: line 1: syntax error: operand expected (error token is "$")\n'
 */
export function endlessSyntax(script: string): string | undefined {
  // In single quotes both are text.
  const text = script.replace(/'[^']*'/g, (quoted) => quoted.replace(/[^\n]/g, ' '));
  const lineAt = (place: number) => text.slice(0, place).split('\n').length;
  const dollar = LONE_DOLLAR.exec(text);
  if (dollar) {
    const line = lineAt(dollar.index + dollar[0].length);
    return `bash: line ${line}: syntax error: operand expected (error token is "$")\n`;
  }
  const open = text.lastIndexOf('${');
  if (open < 0 || text.includes('}', open) || !/\(\(|\[\[/.test(text)) return undefined;
  return `bash: line ${lineAt(open)}: unexpected EOF while looking for matching \`}'\n`;
}
