import jmespath from 'jmespath';

interface Token {
  readonly type: string;
  readonly value: unknown;
  readonly start: number;
}

/** Exports of the library that its types leave out. */
const { tokenize, compile } = jmespath as unknown as {
  tokenize(expression: string): Token[];
  compile(expression: string): unknown;
};

/** Why a JMESPath expression cannot be read, in the words of jmespath.py 1.0.1; undefined when it can. */
export function jmespathError(expression: string): string | undefined {
  if (expression === '') return 'Invalid JMESPath expression: cannot be empty.';
  return unclosedQuote(expression) ?? unknownCharacter(expression) ?? wrongGrammar(expression);
}

const lexical = (message: string, expression: string, at: number) =>
  `Bad jmespath expression: ${message}:\n${expression}\n${' '.repeat(at)}^`;

function unclosedQuote(expression: string): string | undefined {
  const open =
    /^(?:[^"'`]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)*/s.exec(expression)?.[0].length ?? 0;
  if (open === expression.length) return undefined;
  return lexical(`Unclosed ${expression[open]} delimiter`, expression, open);
}

function unknownCharacter(expression: string): string | undefined {
  if (!hasUnknownToken(expression)) return undefined;
  // The first prefix that cannot be read ends with the character at fault; one inside quotes cannot either.
  const at = [...expression].findIndex((_, index) => {
    const prefix = expression.slice(0, index + 1);
    return unclosedQuote(prefix) === undefined && hasUnknownToken(prefix) && !isHalf(expression, index);
  });
  const char = expression[at] ?? '';
  return lexical(`Unknown token ${'-='.includes(char) ? `'${char}'` : char}`, expression, at);
}

/** The library throws for a character that begins no token, and gives undefined for an equals sign that stands alone. */
function hasUnknownToken(expression: string): boolean {
  let tokens: readonly (Token | undefined)[] = [];
  return failure(() => (tokens = tokenize(expression))) !== undefined || tokens.includes(undefined);
}

/** The first sign of `==` is no token without the second. */
const isHalf = (expression: string, index: number) => expression.startsWith('==', index);

function wrongGrammar(expression: string): string | undefined {
  const dot = wrongAfterDot(expression);
  if (dot !== undefined) return dot;
  const message = failure(() => compile(expression));
  if (message === undefined) return undefined;
  if (message.includes('EOF')) {
    const caret = `${' '.repeat(expression.length + 1)}^`;
    return `Invalid jmespath expression: Incomplete expression:\n"${expression}"\n${caret}`;
  }
  const tokens = tokenize(expression);
  const index = culprit(expression, tokens);
  const token = tokens[index];
  if (!token) return message;
  const type = typeName(token.type);
  const reason = explain(message, type, tokens[index - 1]?.type, token.value);
  return parseError(reason, { ...token, type }, expression);
}

function parseError(reason: string, { start, value, type }: Token, expression: string): string {
  const caret = `${' '.repeat(start + 1)}^`;
  return `${reason}: Parse error at column ${start}, token "${value}" (${type.toUpperCase()}), for expression:\n"${expression}"\n${caret}`;
}

const AFTER_DOT = ['UnquotedIdentifier', 'QuotedIdentifier', 'Lbracket', 'Lbrace', 'Star'];

/** The library does not mind what follows a dot, nor that nothing does, and fails over it later. */
function wrongAfterDot(expression: string): string | undefined {
  const tokens = [...tokenize(expression), { type: 'eof', value: '', start: expression.length }];
  const at = tokens.findIndex(
    ({ type }, index) => tokens[index - 1]?.type === 'Dot' && !AFTER_DOT.includes(type),
  );
  const [dot, token] = [tokens[at - 1], tokens[at]];
  if (!dot || !token) return undefined;
  const before = failure(() => compile(expression.slice(0, dot.start)));
  if (dot.start === 0 || (before !== undefined && !before.includes('EOF'))) return undefined;
  const type = typeName(token.type);
  return parseError(notAfterDot(type), { ...token, type }, expression);
}

const notAfterDot = (type: string) =>
  `Expecting: ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'], got: ${type}`;

/** The first token with which the expression is wrong for another reason than that it ends there. */
function culprit(expression: string, tokens: readonly Token[]): number {
  return tokens.findIndex((_, index) => {
    const end = tokens[index + 1]?.start ?? expression.length;
    const message = failure(() => compile(expression.slice(0, end)));
    return message !== undefined && !message.includes('EOF');
  });
}

function explain(message: string, type: string, before: string | undefined, value: unknown): string {
  const expected = /^Expected (\w+), got/.exec(message)?.[1];
  if (expected) return `Expecting: ${typeName(expected)}, got: ${type}`;
  if (before === 'Dot') return notAfterDot(type);
  return message.startsWith('Unexpected token type') ? `Unexpected token: ${value}` : 'invalid token';
}

const typeName = (type: string) => type.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

function failure(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
