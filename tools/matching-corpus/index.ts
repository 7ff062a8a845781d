/**
 * Measures the matcher against the published examples of an AWS CLI that is installed on this machine:
 * `node --import tsx tools/matching-corpus/index.ts EXAMPLES BOTOCORE_DATA [MOST_FAILURES_SHOWN]`. Nothing of the examples is
 * kept. The second runs are made from the services' models and the members' names, without the matcher's own rules.
 */
import { match } from '../../src/matching/index.ts';
import type { ResultExample } from '../../src/procedure/types.ts';
import { type Pair, readModel, readPairs } from './read.ts';
import { changeGiven, vary } from './vary.ts';

const NOWHERE = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
const [examples = '', data = '', shown = '0'] = process.argv.slice(2);

const judge = ({ command, output }: Pair, printed: string) => {
  const example: ResultExample = { form: 'json', body: output, span: NOWHERE, bodySpan: NOWHERE };
  // Years before what any example expires at.
  const context = { now: new Date('2000-01-01T00:00:00Z'), bindings: new Map(), script: command };
  return match(example, { stdout: printed, stderr: '', exitCode: 0 }, context);
};

/** A small generator of equally spread numbers from 0 to 1 (mulberry32), the same in each run. */
function createNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = createNumbers(1);

const pairs = readPairs(examples);
const models = new Map<string, ReturnType<typeof readModel>>();
const figures = { identical: 0, varying: 0, failed: 0, values: 0, given: 0, survived: 0 };
const failures: string[] = [];
const times: number[] = [];
for (const pair of pairs) {
  if (!models.has(pair.service)) models.set(pair.service, readModel(data, pair.service));
  if (judge(pair, pair.output).passed) figures.identical++;
  const varied = vary(pair, models.get(pair.service), random);
  if (varied.changed > 0) {
    figures.varying++;
    figures.values += varied.changed;
    const began = performance.now();
    const verdict = judge(pair, varied.output);
    times.push(performance.now() - began);
    if (!verdict.passed) {
      figures.failed++;
      failures.push(
        `${pair.file}: ${verdict.differences[0]?.path}: ${verdict.differences[0]?.message.slice(0, 260)}`,
      );
    }
  }
  for (const { from, output } of changeGiven(pair)) {
    figures.given++;
    if (!judge(pair, output).passed) continue;
    figures.survived++;
    failures.push(`GIVEN ${pair.file}: ${from}`);
  }
}
const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
process.stdout.write(
  [
    `outputs: ${pairs.length}; equal to themselves: ${figures.identical}`,
    `correct re-runs that fail: ${figures.failed} of ${figures.varying} (${percent(figures.failed, figures.varying)}), ${figures.values} values`,
    `changed given values that survive: ${figures.survived} of ${figures.given} (${percent(figures.survived, figures.given)})`,
    `median comparison: ${(times.sort((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(3)} ms`,
    ...failures
      .filter((_, index) => index % Math.max(1, Math.floor(failures.length / Number(shown || 1))) === 0)
      .slice(0, Number(shown)),
    '',
  ].join('\n'),
);
