import jmespath from 'jmespath';
import { generalError, invalidParameter } from '../failures.ts';
import { diagnose } from './query-errors.ts';

/** What `--query` does to an answer. Throws what a function complains about. */
export type Query = (data: unknown) => unknown;

/** Compiles a JMESPath expression. Throws the CLI's usage error for one that cannot be read. */
export function compileQuery(expression: string): Query {
  const wrong = diagnose(expression);
  if (wrong !== undefined) throw invalidParameter(`Bad value for --query ${expression}: ${wrong}`);
  return (data) => {
    try {
      return jmespath.search(data, expression);
    } catch (error) {
      throw generalError(runtimeMessage(error instanceof Error ? error.message : String(error)));
    }
  };
}

/** Searches with an expression of our own data, known to be right. */
export function search(data: unknown, expression: string): unknown {
  return jmespath.search(data, expression) ?? null;
}

function runtimeMessage(message: string): string {
  const type =
    /^TypeError: (\w+)\(\) expected argument \d+ to be type (\S+) but received type (\w+) instead/.exec(
      message,
    );
  if (type) {
    const expected = (type[2] ?? '')
      .split(',')
      .map((name) => `'${name}'`)
      .join(', ');
    const value = type[3] === 'null' ? 'None' : `a value of type ${type[3]}`;
    return `In function ${type[1]}(), invalid type for value: ${value}, expected one of: [${expected}], received: "${type[3]}"`;
  }
  const arity = /^ArgumentError: (\w+)\(\) takes (\d+) arguments? but received (\d+)/.exec(message);
  if (!arity) return message;
  const plural = arity[2] === '1' ? 'argument' : 'arguments';
  return `Expected ${arity[2]} ${plural} for function ${arity[1]}(), received ${arity[3]}`;
}
