import { generalError, ServiceFailure } from './failures.ts';
import type { Acceptor, Waiter } from './model/index.ts';
import { compileQuery } from './output/jmespath-query.ts';
import { str } from './python/builtins.ts';

type Data = Record<string, unknown>;

/** Result of one call: data, or an error of the service. */
type Answer = { readonly data: Data } | { readonly refusal: ServiceFailure['response'] };

/** Successful answers of the operations that waiters call have no other status. */
const OK = 200;

/**
 * Calls an operation until an acceptor of the waiter decides, as botocore does (waiter.py). Throws
 * `Waiter InstanceRunning failed: ...` where it fails or the attempts are used up.
 *
 * @param sleep gets milliseconds; without it no time passes between two calls
 */
export async function waitFor(
  name: string,
  { acceptors, delay, maxAttempts }: Waiter,
  call: () => Promise<Data>,
  sleep?: (milliseconds: number) => Promise<void>,
): Promise<void> {
  const failed = (reason: string) => generalError(`Waiter ${name} failed: ${reason}`);
  let hasMatched = false;
  for (let attempt = 1; ; attempt++) {
    const answer = await answerOf(call);
    const matched = acceptors.find((acceptor) => matches(acceptor, answer));
    hasMatched ||= matched !== undefined;
    if (!matched && 'refusal' in answer)
      throw failed(`An error occurred (${answer.refusal.code}): ${answer.refusal.message}`);
    if (matched?.state === 'success') return;
    if (matched?.state === 'failure')
      throw failed(`Waiter encountered a terminal failure state: ${explain(matched)}`);
    if (attempt >= maxAttempts) throw failed(exceeded(hasMatched, matched ?? acceptors.at(-1)));
    await sleep?.(delay * 1000);
  }
}

async function answerOf(call: () => Promise<Data>): Promise<Answer> {
  try {
    return { data: await call() };
  } catch (error) {
    if (error instanceof ServiceFailure) return { refusal: error.response };
    throw error;
  }
}

function matches({ matcher, expected, argument = '' }: Acceptor, answer: Answer): boolean {
  if (matcher === 'status') return ('refusal' in answer ? answer.refusal.status : OK) === expected;
  if (matcher === 'error') return 'refusal' in answer && answer.refusal.code === expected;
  if ('refusal' in answer) return false;
  const found = compileQuery(argument)(answer.data);
  if (matcher === 'path') return found === expected;
  if (!Array.isArray(found) || found.length === 0) return false;
  return matcher === 'pathAll'
    ? found.every((value) => value === expected)
    : found.some((value) => value === expected);
}

/** botocore names the acceptor that it looked at last, which may be another than the one that matched before. */
const exceeded = (hasMatched: boolean, last: Acceptor | undefined): string =>
  hasMatched && last
    ? `Max attempts exceeded. Previously accepted state: ${explain(last)}`
    : 'Max attempts exceeded';

function explain({ matcher, expected, argument }: Acceptor): string {
  const value = str(expected);
  switch (matcher) {
    case 'path':
      return `For expression "${argument}" we matched expected path: "${value}"`;
    case 'pathAll':
      // The CLI's own slip of the pen.
      return `For expression "${argument}" all members matched excepted path: "${value}"`;
    case 'pathAny':
      return `For expression "${argument}" we matched expected path: "${value}" at least once`;
    case 'status':
      return `Matched expected HTTP status code: ${value}`;
    case 'error':
      return `Matched expected service error code: ${value}`;
  }
}
