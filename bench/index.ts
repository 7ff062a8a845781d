/**
 * `npm run bench [-- --quick] [-- --only <part>] [-- --courses <number>]`: what the project promises about speed, measured. Exit code 1
 * when a goal is missed.
 */
import { measureBaseline } from './baseline.ts';
import { builtSite } from './built-site.ts';
import { measureExtraction } from './extraction.ts';
import { measureInstalled } from './installed.ts';
import { measureLoad } from './load.ts';
import { measureMatching } from './matching.ts';
import { measureGrowth, measurePages } from './pages.ts';
import { measureReader } from './reader.ts';
import { measureRealCli } from './real-cli.ts';
import { measureSandboxCall, measureSdkCall } from './sandbox-call.ts';
import { measureScale } from './scale.ts';
import { measureSite } from './site.ts';
import { measureStart } from './start.ts';
import { type Measure, table } from './table.ts';
import { measureTranslations } from './translations.ts';
import { measureWatch } from './watch.ts';

const quick = process.argv.includes('--quick');
const parts: Readonly<Record<string, () => Promise<Measure[]>>> = {
  start: () => measureStart(quick ? 1 : 5),
  // A few pages show the cost of starting up: the goals are for a thousand.
  doctest: () => (quick ? measurePages(100, 1, false) : measurePages(1000, 3, true)),
  growth: async () => measureGrowth(quick ? 100 : 1000, 10),
  baseline: async () => measureBaseline(quick ? 1 : 3),
  installed: async () => measureInstalled(),
  sandbox,
  extraction,
  matching: async () => measureMatching(quick ? 300 : 3000),
  'real-cli': realCli,
  load: stress,
  reader,
  scale: () => measureScale(coursesAsked() ?? (quick ? 10 : 150)),
  site,
  translations,
  watch: () => (quick ? measureWatch(100, 3) : measureWatch(1000, 7)),
};

async function sandbox(): Promise<Measure[]> {
  const call = await measureSandboxCall();
  const sdkCall = await measureSdkCall();
  return [
    { what: 'sandbox call in process', value: call.median, unit: 'ms', goal: 1 },
    { what: 'the same through @aws-sdk/client-sts', value: sdkCall.median, unit: 'ms' },
  ];
}

async function extraction(): Promise<Measure[]> {
  const { extractMs, parseMs } = measureExtraction();
  return [
    {
      what: 'extraction, beside parsing',
      value: (100 * extractMs) / parseMs,
      unit: '%',
      goal: 15,
      detail: `${extractMs.toFixed(2)} ms beside ${parseMs.toFixed(2)} ms`,
    },
  ];
}

/** Start-up weighs little only where there is something to run: the goals are for the long run. */
function realCli(): Promise<Measure[]> {
  return quick ? measureRealCli(5, 1, false) : measureRealCli(25, 3, true);
}

async function translations(): Promise<Measure[]> {
  const [pages, repeats] = quick ? [100, 1] : [1000, 3];
  const { statusSeconds, gitLogSeconds } = await measureTranslations(pages, repeats);
  return [
    {
      what: `status of ${pages} pages in two languages, beside git log for each`,
      value: statusSeconds / gitLogSeconds,
      unit: '×',
      // A few pages show the cost of starting up.
      goal: quick ? undefined : 0.1,
      detail: `${statusSeconds.toFixed(1)} s beside ${gitLogSeconds.toFixed(1)} s: ${(gitLogSeconds / statusSeconds).toFixed(1)} times`,
    },
  ];
}

async function reader(): Promise<Measure[]> {
  return measureReader(await builtSite(), quick ? 2 : 10);
}

function stress(): Promise<Measure[]> {
  return measureLoad(quick ? 10_000 : 100_000);
}

async function site(): Promise<Measure[]> {
  return measureSite(await builtSite(), quick ? 1 : 5);
}

/** `--courses 40`: fewer than the goals are for, where a build of all takes too long. */
function coursesAsked(): number | undefined {
  const at = process.argv.indexOf('--courses');
  return at < 0 ? undefined : Number(process.argv[at + 1]);
}

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const chosen = Object.entries(parts).filter(([name]) => only === undefined || name === only);
if (chosen.length === 0) throw new Error(`--only ${only}: there are ${Object.keys(parts).join(', ')}.`);

const measures: Measure[] = [];
for (const [, measure] of chosen) measures.push(...(await measure()));
process.stdout.write(`${table(measures)}\n`);
const missed = measures.filter(
  ({ value, goal }) => value !== undefined && goal !== undefined && value > goal,
);
if (missed.length > 0) process.exitCode = 1;
