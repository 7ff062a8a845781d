import { invalid } from '../dynamodb-errors.ts';
import { utf8Length } from '../values/index.ts';
import { parse, SyntaxError as Unparsed } from './expression-parser.js';
import type { RawCondition, RawPath, RawSection } from './types.ts';

/** An expression of a request, with the parameter that it stands in: errors name it. */
export interface ExpressionText {
  readonly parameter: string;
  readonly text: string;
}

/** Developer Guide, "Quotas in Amazon DynamoDB": "The maximum length of any expression string is 4 KB". */
const MAX_BYTES = 4096;

/**
 * Parses the three kinds of expressions. They throw `Invalid FilterExpression: Syntax error; token: "=", near: "a = ="`.
 *
 * @example
 * parseCondition({ parameter: 'FilterExpression', text: 'price < :most' })
 */
export const parseConditionExpression = (text: ExpressionText) => parseBy('Condition', text) as RawCondition;
export const parseProjection = (text: ExpressionText) => parseBy('Projection', text) as RawPath[];
export const parseUpdate = (text: ExpressionText) => parseBy('Update', text) as RawSection[];

/** Refuses an expression, in the words of all errors about one. */
export function invalidExpression({ parameter }: Pick<ExpressionText, 'parameter'>, reason: string) {
  return invalid(`Invalid ${parameter}: ${reason}`);
}

function parseBy(startRule: string, expression: ExpressionText): unknown {
  const { text } = expression;
  if (text.trim() === '') throw invalidExpression(expression, 'The expression can not be empty;');
  if (utf8Length(text) > MAX_BYTES)
    throw invalidExpression(
      expression,
      `Expression size has exceeded the maximum allowed size; expression size: ${utf8Length(text)}`,
    );
  try {
    return parse(text, { startRule });
  } catch (error) {
    if (error instanceof Unparsed)
      throw invalidExpression(expression, syntaxError(text, error.location.start.offset));
    throw error;
  }
}

const TOKEN = /[#:][A-Za-z0-9_]*|[A-Za-z_]\w*|\d+|<>|<=|>=|[^ \t\r\n]/g;

/** AWS shows the token that it could not place, between the one before and the one after it. */
function syntaxError(text: string, offset: number): string {
  const tokens = [...text.matchAll(TOKEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
  const place = tokens.findIndex(
    (token) => token.end > offset || (token.end === offset && /^[#:]$/.test(token.text)),
  );
  const wrong = place < 0 ? tokens.length : place;
  const [from, to] = [
    tokens[wrong - 1] ?? tokens[wrong],
    tokens[wrong + 1] ?? tokens[wrong] ?? tokens.at(-1),
  ];
  const near = text.slice(from?.start ?? 0, to?.end);
  return `Syntax error; token: "${tokens[wrong]?.text ?? '<EOF>'}", near: "${near}"`;
}

interface Expressions {
  readonly KeyConditionExpression?: string | undefined;
  readonly FilterExpression?: string | undefined;
  readonly ProjectionExpression?: string | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly UpdateExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
}

/** Names of the attributes at the top of an item that a request's expressions mention. What cannot be read names none. */
export function requestedAttributes(request: Expressions): string[] {
  const parsers = [
    ['KeyConditionExpression', parseConditionExpression],
    ['FilterExpression', parseConditionExpression],
    ['ConditionExpression', parseConditionExpression],
    ['ProjectionExpression', parseProjection],
    ['UpdateExpression', parseUpdate],
  ] as const;
  return parsers.flatMap(([parameter, parse]) => {
    const text = request[parameter];
    return text === undefined
      ? []
      : firstNames(
          tryTo(() => parse({ parameter, text })),
          request,
        );
  });
}

function tryTo(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

function firstNames(tree: unknown, request: Expressions): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  if (!('kind' in tree) || tree.kind !== 'path')
    return Object.values(tree).flatMap((below) => firstNames(below, request));
  const { parts } = tree as unknown as { readonly parts: readonly { name?: string; alias?: string }[] };
  const [first] = parts;
  const name = first?.name ?? request.ExpressionAttributeNames?.[first?.alias ?? ''];
  return name === undefined ? [] : [name];
}
