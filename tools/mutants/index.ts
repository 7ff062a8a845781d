/**
 * `npm run mutants [-- PAGE...]`: changes what the steps of the pages print, in every wrong and every correct way that it
 * knows, and asks the matcher about each. Exit code 1 where a wrong change passes that is no listed exception, or a
 * correct one fails.
 */
import { type Finding, judgeResult, sumOf } from './judge.ts';
import { createNumbers } from './random.ts';
import { readResults } from './results.ts';

const START = new Date('2026-01-05T00:00:00Z');
/** Another time of the day, in another year. */
const LATER = new Date('2031-08-27T13:14:15Z');

const random = createNumbers(1);
const pages = process.argv.slice(2);
const results = await readResults(process.cwd(), pages, { seed: 'tejun', start: START });
// Fails by itself where a step does: other ids and times are as right.
const again = await readResults(process.cwd(), pages, { seed: 'mutants', start: LATER });
const { wrong, correct, survivors, falseAlarms } = sumOf(
  results.map((result) => judgeResult(result, random)),
);
const defects = survivors.filter(({ reason }) => reason === undefined);

const lineOf = ({ place, change: { kind, path, from, to }, verdict }: Finding): string =>
  `${place}: ${kind}, ${path}: ${from} -> ${to} ${verdict.passed ? '' : `(${verdict.differences[0]?.message})`}`;

process.stdout.write(
  [
    `results: ${results.length}`,
    `wrong changes: ${wrong}, killed: ${wrong - survivors.length}, listed exceptions: ${survivors.length - defects.length}, survivors: ${defects.length}`,
    `correct changes: ${correct + again.length}, false alarms: ${falseAlarms.length}`,
    ...defects.map((finding) => `survives: ${lineOf(finding)}`),
    ...falseAlarms.map((finding) => `false alarm: ${lineOf(finding)}`),
    '',
  ].join('\n'),
);
if (defects.length + falseAlarms.length > 0) process.exitCode = 1;
