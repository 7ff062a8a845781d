import { generalError } from '../failures.ts';
import type { Member } from '../parameters/index.ts';
import { parseFloatText, toInteger } from '../python/builtins.ts';
import type { Argument } from './arguments.ts';

type Parameters = Record<string, unknown>;
type Datum = Record<string, unknown>;

/**
 * Options that the CLI adds to `put-metric-data`: together they fill one entry of `--metric-data`, which is not required
 * then (awscli/customizations/putmetricdata.py).
 *
 * @example aws cloudwatch put-metric-data --namespace Shop --metric-name Orders --dimensions City=Kyoto --value 3
 */
export function putMetricDataOptions(operation: string, members: readonly Member[]): Argument[] {
  const data = members.find(({ name }) => name === 'MetricData');
  if (operation !== 'PutMetricData' || !data) return [];
  return [
    {
      option: { kind: 'option', flag: '--metric-data', dest: 'metric-data', takes: 'any' },
      parameter: { name: data.name, shape: data.shape },
    },
    ...Object.entries(options).map(toArgument),
  ];
}

const options: Readonly<Record<string, readonly [member: string, read: (value: string) => unknown]>> = {
  'metric-name': ['MetricName', String],
  timestamp: ['Timestamp', String],
  unit: ['Unit', String],
  value: ['Value', toDecimal],
  dimensions: ['Dimensions', (value) => pairsOf(value).map(([Name, Value]) => ({ Name, Value }))],
  'statistic-values': [
    'StatisticValues',
    (value) => Object.fromEntries(pairsOf(value).map(([key, number]) => [key, toDecimal(number)])),
  ],
  'storage-resolution': ['StorageResolution', toInteger],
};

function toArgument([name, [member, read]]: [
  string,
  readonly [string, (value: string) => unknown],
]): Argument {
  return {
    option: { kind: 'option', flag: `--${name}`, dest: name, takes: 'one' },
    contribute: (parameters, given, isGiven) => {
      // The CLI has forgotten the last one.
      if (isGiven('metric-data') && name !== 'storage-resolution')
        throw generalError(
          `The key "${name.replace('-', '_')}" cannot be specified when one of the following keys are also specified: metric_data`,
        );
      datumOf(parameters)[member] = read(String(given));
    },
  };
}

function datumOf(parameters: Parameters): Datum {
  parameters.MetricData ??= [{}];
  return (parameters.MetricData as Datum[])[0] ?? {};
}

/** Python's `Decimal(text)`, but for its words for what is no number. */
function toDecimal(text: string): number {
  const value = parseFloatText(text);
  if (value === undefined) throw generalError("[<class 'decimal.ConversionSyntax'>]");
  return value;
}

/** `A=1,B=2`. The CLI reads quotation marks in it as those of a CSV file. */
function pairsOf(text: string): [string, string][] {
  if (/["'[\]\\]/.test(text))
    throw generalError(
      `The built-in aws reads no quotation marks, brackets and backslashes in ${text}: use --metric-data.`,
    );
  return text.split(',').map((pair) => {
    const [key = '', value, ...more] = pair.split('=');
    if (value === undefined) throw generalError('not enough values to unpack (expected 2, got 1)');
    if (more.length > 0) throw generalError('too many values to unpack (expected 2)');
    return [key, value];
  });
}
