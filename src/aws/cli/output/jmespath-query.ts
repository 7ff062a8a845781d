import jmespath from 'jmespath';
import { generalError, invalidParameterFailure } from '../failures.ts';
import { withoutFloats } from '../python/float.ts';
import { jmespathError } from './query-errors.ts';

/** Expressions that find values equal. */
const equates = /[!=]=|\bcontains\(/;

/** Function of a `--query` expression on an answer. Throws the errors of JMESPath functions. */
export type Query = (data: unknown) => unknown;

/** Compiles a JMESPath expression. Throws the CLI's usage error for one that cannot be read. */
export function compileQuery(expression: string): Query {
  const wrong = jmespathError(expression);
  if (wrong !== undefined) throw invalidParameterFailure(`Bad value for --query ${expression}: ${wrong}`);
  return (data) => {
    try {
      return jmespath.search(equates.test(expression) ? withoutFloats(data) : data, expression);
    } catch (error) {
      throw generalError(runtimeMessage(error instanceof Error ? error.message : String(error), expression));
    }
  };
}

/** Searches with an expression of our own data, known to be right. */
export function search(data: unknown, expression: string): unknown {
  return jmespath.search(data, expression) ?? null;
}

/** By the library's numbers, as far as a value can have them. */
const typeNames: Readonly<Record<string, string>> = {
  0: 'number',
  2: 'string',
  3: 'array',
  4: 'object',
  5: 'boolean',
  7: 'null',
};

/** The library does not name the function whose keys it cannot compare. */
function wrongKey(message: string, expression: string): string | undefined {
  const received = /^TypeError: expected one of 0,2, received (\d)$/.exec(message)?.[1];
  const name = /\b(max_by|min_by)(?=\()/.exec(expression)?.[1];
  return received && name && invalidType(name, "'number', 'string'", typeNames[received] ?? '');
}

function invalidType(name: string, expected: string, received: string): string {
  const value = received === 'null' ? 'None' : `a value of type ${received}`;
  return `In function ${name}(), invalid type for value: ${value}, expected one of: [${expected}], received: "${received}"`;
}

function runtimeMessage(message: string, expression: string): string {
  const key = wrongKey(message, expression);
  if (key) return key;
  const type =
    /^TypeError: (\w+)\(\) expected argument \d+ to be type (\S+) but received type (\w+) instead/.exec(
      message,
    );
  if (type) {
    const expected = (type[2] ?? '')
      .split(',')
      .map((name) => `'${name}'`)
      .join(', ');
    return invalidType(type[1] ?? '', expected, type[3] ?? '');
  }
  const arity = /^ArgumentError: (\w+)\(\) takes (\d+) arguments? but received (\d+)/.exec(message);
  if (!arity) return message;
  const plural = arity[2] === '1' ? 'argument' : 'arguments';
  return `Expected ${arity[2]} ${plural} for function ${arity[1]}(), received ${arity[3]}`;
}
