import { match } from '../src/matching/index.ts';
import type { MatchMode, ResultExample } from '../src/procedure/types.ts';
import { median } from './median.ts';
import type { Measure } from './table.ts';

const START = { line: 1, column: 1, offset: 0 };
const NOWHERE = { start: START, end: START };
/** The engine learns the code with the first comparisons; they are not counted. */
const WARM_UP = 200;

interface Input {
  readonly what: string;
  readonly example: string;
  readonly output: string;
  readonly mode?: MatchMode;
}

/**
 * Measures comparisons: the median of outputs as pages show them, each with other values, beside reading the same two texts
 * as JSON; then the slowest of those inputs that are made to take long.
 */
export function measureMatching(comparisons: number): Measure[] {
  const compared: number[] = [];
  const read: number[] = [];
  for (let index = -WARM_UP; index < comparisons; index++) {
    const [example, output] = [describeVpcs(2 * index), describeVpcs(2 * index + 1)];
    const input = { what: 'a page', example, output };
    const [readMs, comparedMs] = [
      timeOf(() => [JSON.parse(example), JSON.parse(output)]),
      timeOf(() => compare(input)),
    ];
    if (index < 0) continue;
    read.push(readMs);
    compared.push(comparedMs);
  }
  const [middle, base] = [median(compared), median(read)];
  const worst = WORST.map((input) => ({ ...input, ms: timeOf(() => compare(input)) }));
  return [
    {
      what: `comparison of an output with new values, median of ${comparisons}`,
      value: middle,
      unit: 'ms',
      goal: 0.15,
      detail: `${(middle / base).toFixed(1)} times JSON.parse of both, ${base.toFixed(3)} ms`,
    },
    ...worst.map(({ what, ms }) => ({ what, value: ms, unit: 'ms', goal: 1000 })),
  ];
}

function timeOf(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

function compare({ example: body, output, mode }: Input): void {
  const form: ResultExample['form'] = /^[{[]/.test(body) ? 'json' : 'text';
  const example: ResultExample = { form, body, span: NOWHERE, bodySpan: NOWHERE, match: mode };
  const isError = body.startsWith('An error');
  const [stdout, stderr] = isError ? ['', output] : [output, ''];
  match(example, { stdout, stderr, exitCode: isError ? 254 : 0 }, { now: new Date(0), bindings: new Map() });
}

const hex = (number: number, length: number): string => (number >>> 0).toString(16).padStart(length, '0');
const print = (value: unknown): string => JSON.stringify(value, null, 4);

/** Output of `describe-vpcs` with ids, an account and a time that follow from the number. */
function describeVpcs(number: number): string {
  const account = String(100_000_000_000 + (number >>> 0)).slice(0, 12);
  const stack = `arn:aws:cloudformation:ap-northeast-1:${account}:stack/handson/${hex(number, 8)}-2758-11ec-bc32-06689a7cb845`;
  const vpc = {
    CidrBlock: '10.0.0.0/16',
    DhcpOptionsId: `dopt-${hex(number, 17)}`,
    State: 'available',
    VpcId: `vpc-${hex(number, 17)}`,
    OwnerId: account,
    InstanceTenancy: 'default',
    IsDefault: false,
    CidrBlockAssociationSet: [
      { AssociationId: `vpc-cidr-assoc-${hex(number, 17)}`, CidrBlockState: { State: 'associated' } },
    ],
    Tags: [
      { Key: 'aws:cloudformation:stack-id', Value: stack },
      { Key: 'aws:cloudformation:logical-id', Value: 'Vpc' },
      { Key: 'Name', Value: 'handson-vpc' },
    ],
  };
  return print({ Vpcs: [vpc] });
}

const nested = (depth: number, value: number): unknown => (depth === 0 ? value : [nested(depth - 1, value)]);

const instances = (count: number, state: (index: number) => string) => ({
  Instances: Array.from({ length: count }, (_, index) => ({
    InstanceId: `i-${hex(index, 17)}`,
    State: state(index),
    Tags: [{ Key: 'Name', Value: `host ${index}` }],
    Groups: [['sg-0123456789abcdef0'], ['default']],
  })),
});

const running = (count: number) => print(instances(count, () => 'running'));
const ids = (digit: string): string =>
  Array.from({ length: 5_000 }, (_, index) => `i-${digit}${hex(index, 16)}`).join(' ');
const lines = (word: string): string =>
  Array.from({ length: 20_000 }, (_, index) => `2021-12-20 09:00:00 ${index} ${word}-with-a-long-name`).join(
    '\n',
  );

const table = (cells: string): string => `----\n| ${cells.repeat(400_000 / cells.length)} |\n----`;

/** Inputs that took seconds to minutes once. */
const WORST: readonly Input[] = [
  {
    what: 'arrays in arrays, 100 deep, another value',
    example: print(nested(100, 1)),
    output: print(nested(100, 2)),
  },
  {
    what: '1,000 instances, all in another state',
    example: running(1_000),
    output: print(instances(1_000, () => 'stopped')),
  },
  {
    what: 'match=unordered, 80 instances, one in another state',
    example: running(80),
    output: print(instances(80, (index) => (index === 40 ? 'stopped' : 'running'))),
    mode: 'unordered',
  },
  { what: '5,000 ids on a line, another end', example: `${ids('a')} end`, output: `${ids('b')} fin` },
  { what: 'masks against a line of 40,000 characters', example: 'XXXX-XXXX!', output: '-'.repeat(40_000) },
  { what: 'a line of 400,000 dashes', example: `${'-'.repeat(400_000)}!`, output: `${'-'.repeat(400_000)}?` },
  { what: 'a table of 400,000 bars', example: table('|'), output: table('| ') },
  {
    what: 'an error of 20,000 lines',
    example: `An error occurred (A) when calling the B operation:\n${lines('bucket')}`,
    output: `An error occurred (A) when calling the B operation:\n${lines('object')}`,
  },
  {
    what: '1 MB of JSON with new values',
    example: running(4_000),
    output: running(4_000).replaceAll('"i-0', '"i-1'),
  },
  {
    what: '1 MB of JSON, every state another',
    example: running(4_000),
    output: print(instances(4_000, (index) => `state ${index}`)),
  },
  { what: '1 MB of lines, every one another', example: lines('bucket'), output: lines('object') },
];
