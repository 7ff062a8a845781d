/**
 * Measures the matcher by the published examples of an AWS CLI that is installed on this machine:
 * `node --import tsx tools/mutants/corpus.ts EXAMPLES BOTOCORE_DATA [SHARE_OF_WRONG_CHANGES]`. Nothing of the examples is
 * kept. The second runs are made from the services' models and the members' names, without the matcher's own rules.
 */
import { match } from '../../src/matching/index.ts';
import { vary } from './correct/vary.ts';
import { createNumbers } from './random.ts';
import { type Pair, readModel, readPairs } from './read-corpus.ts';
import type { PublishedResult } from './types.ts';
import { wrongChanges } from './wrong/index.ts';

const START = { line: 1, column: 1, offset: 0 };
const NOWHERE = { start: START, end: START };
const GIVEN = 'a value that the command gave';
const [examples = '', data = '', share = '0.05'] = process.argv.slice(2);

/** The result with a time years before what any example expires at. */
const resultOf = ({ file, command, output }: Pair): PublishedResult => ({
  place: file,
  example: { form: 'json', body: output, span: NOWHERE, bodySpan: NOWHERE },
  output: { stdout: output, stderr: '', exitCode: 0 },
  context: { now: new Date('2000-01-01T00:00:00Z'), bindings: new Map(), script: command },
});

const random = createNumbers(1);
const pairs = readPairs(examples);
const models = new Map<string, ReturnType<typeof readModel>>();
const figures = { identical: 0, varying: 0, failed: 0, values: 0 };
/** Wrong changes and survivors by kind. */
const kinds = new Map<string, { made: number; survived: number }>();
const failures: string[] = [];
const times: number[] = [];

for (const pair of pairs) {
  const result = resultOf(pair);
  const { example, context } = result;
  const judge = (stdout: string) => match(example, { ...result.output, stdout }, context);
  if (!models.has(pair.service)) models.set(pair.service, readModel(data, pair.service));
  if (judge(pair.output).passed) figures.identical++;
  const varied = vary(pair, models.get(pair.service), random);
  if (varied.changed > 0) {
    figures.varying++;
    figures.values += varied.changed;
    const began = performance.now();
    const { passed, differences } = judge(varied.output);
    times.push(performance.now() - began);
    if (!passed) {
      figures.failed++;
      failures.push(`fails: ${pair.file}: ${differences[0]?.path}: ${differences[0]?.message.slice(0, 260)}`);
    }
  }
  for (const { kind, path, from, to, output } of wrongChanges(result)) {
    if (kind !== GIVEN && random() > Number(share)) continue;
    const count = kinds.get(kind) ?? { made: 0, survived: 0 };
    kinds.set(kind, count);
    count.made++;
    if (!match(example, output, context).passed) continue;
    count.survived++;
    failures.push(`survives: ${pair.file}: ${kind}, ${path}: ${from} -> ${to}`);
  }
}

const percent = (part: number, whole: number): string =>
  `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(2)} %)`;
const given = kinds.get(GIVEN) ?? { made: 0, survived: 0 };
process.stdout.write(
  [
    `outputs: ${pairs.length}; equal to themselves: ${figures.identical}`,
    `correct re-runs that fail: ${percent(figures.failed, figures.varying)}, ${figures.values} values`,
    `changed given values that survive: ${percent(given.survived, given.made)}`,
    `median comparison: ${(times.sort((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(3)} ms`,
    ...[...kinds].map(([kind, { made, survived }]) => `${kind}: ${percent(survived, made)} survive`),
    ...failures,
    '',
  ].join('\n'),
);
