import type { Actual } from '../../../src/matching/index.ts';
import { escapeRegExp } from '../../../src/procedure/escape-reg-exp.ts';
import type { Change, PublishedResult } from '../types.ts';

/** Words that hold a digit: ids, addresses, names with a number. Times are new with each run. */
const WORD = /(?<![\w.:/-])(?=[\w.:/-]*\d)[A-Za-z0-9][\w.:/-]{5,}(?![\w.:/-])/g;
const TIME = /\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d|^\d{10}(?:\d{3})?(?:\.\d+)?$/;

const OTHER_ACCOUNT = '998877665544';

/** Makes outputs in which a value is another one of its form, although it must be the one that it was. */
export function* wrongValues({ output, context, example }: PublishedResult): Iterable<Change> {
  if (example.match === 'none') return;
  const { script = '', bindings } = context;
  const known = new Map([...bindings].map(([shown, actual]) => [actual, shown]));
  for (const [word, count] of wordsOf(output)) {
    const other = respelt(word);
    if (other === word || TIME.test(word)) continue;
    const change = { path: word, from: word, to: other };
    if (isGiven(script, word))
      yield { ...change, kind: 'a value that the command gave', output: all(output, word, other) };
    else if (known.has(word) && example.body.includes(known.get(word) ?? ''))
      yield { ...change, kind: 'a value that an earlier step printed', output: all(output, word, other) };
    if (count > 1)
      yield { ...change, kind: 'one value with two meanings', output: last(output, word, other) };
  }
  yield* twoAccounts(output, known);
}

/** Another account in the last place of several, or in the only place of an output where it is known from above. */
function* twoAccounts(output: Actual, known: ReadonlyMap<string, string>): Iterable<Change> {
  for (const stream of ['stdout', 'stderr'] as const) {
    const found = [...output[stream].matchAll(/(?<![A-Za-z0-9])\d{12}(?![A-Za-z0-9])/g)];
    const { 0: account = '', index = 0 } = found.at(-1) ?? {};
    const isRepeated = found.filter(([other]) => other === account).length > 1;
    if (account === '' || !(isRepeated || known.has(account))) continue;
    const text =
      output[stream].slice(0, index) + OTHER_ACCOUNT + output[stream].slice(index + account.length);
    const change = { path: stream, from: account, to: OTHER_ACCOUNT, output: { ...output, [stream]: text } };
    yield { ...change, kind: 'two accounts in place of one' };
  }
}

/** The words of an output, and how often each stands there. */
function wordsOf({ stdout, stderr }: Actual): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of `${stdout}\n${stderr}`.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const whole = (word: string): RegExp => new RegExp(`(?<![\\w.:/-])${escapeRegExp(word)}(?![\\w.:/-])`, 'g');

/** An account id is whose command it is, not what the command asks for. */
const isGiven = (script: string, word: string): boolean =>
  whole(word).test(script) && /\d/.test(word.replace(/\d{12}/, ''));

/** The same with another last digit; the digits of an account stay. */
const respelt = (word: string): string =>
  word.replace(/(?<!\d{12}|\d{11}(?=\d)|\d{10}(?=\d\d))\d(?!.*\d)/s, (digit) =>
    String((Number(digit) + 1) % 10),
  );

const all = (output: Actual, word: string, other: string): Actual => ({
  ...output,
  stdout: output.stdout.replace(whole(word), other),
  stderr: output.stderr.replace(whole(word), other),
});

const last = (output: Actual, word: string, other: string): Actual => {
  const stream = whole(word).test(output.stdout) ? 'stdout' : 'stderr';
  const places = [...output[stream].matchAll(whole(word))];
  const at = places.at(-1)?.index ?? 0;
  return {
    ...output,
    [stream]: output[stream].slice(0, at) + other + output[stream].slice(at + word.length),
  };
};
