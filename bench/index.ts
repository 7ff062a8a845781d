/** `npm run bench [-- --quick]`: what the project promises about speed, measured. Exit code 1 when a goal is missed. */
import { measureDoctest } from './doctest.ts';
import { measureExtraction } from './extraction.ts';
import { measureSandboxCall, measureSdkCall } from './sandbox-call.ts';
import { type Measure, table } from './table.ts';

const quick = process.argv.includes('--quick');
const [pages, repeats] = quick ? [100, 1] : [1000, 3];

const extraction = measureExtraction();
const call = await measureSandboxCall();
const sdkCall = await measureSdkCall();
const doctest = await measureDoctest(pages, repeats);

// A few pages show the cost of starting up: the ratio is promised for a thousand.
const measures: Measure[] = [
  {
    what: `doctest of ${pages} pages of 10 steps, beside a plain loop`,
    value: doctest.ratio,
    unit: '×',
    goal: quick ? undefined : 1.3,
    detail: `${doctest.doctestSeconds.toFixed(1)} s beside ${doctest.plainSeconds.toFixed(1)} s`,
  },
  { what: 'memory of that run, workers included', value: doctest.peakMiB, unit: 'MiB', goal: 1024 },
  { what: 'sandbox call in process', value: call.median, unit: 'ms', goal: 1 },
  { what: 'the same through @aws-sdk/client-sts', value: sdkCall.median, unit: 'ms' },
  {
    what: 'extraction, beside parsing',
    value: (100 * extraction.extractMs) / extraction.parseMs,
    unit: '%',
    goal: 15,
    detail: `${extraction.extractMs.toFixed(2)} ms beside ${extraction.parseMs.toFixed(2)} ms`,
  },
];

process.stdout.write(`${table(measures)}\n`);
const missed = measures.filter(
  ({ value, goal }) => value !== undefined && goal !== undefined && value > goal,
);
if (missed.length > 0) process.exitCode = 1;
