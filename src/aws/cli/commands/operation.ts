import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import type { ServiceModel } from '../../wire/models/index.ts';
import { parseKnown } from '../argparse/index.ts';
import { openClient } from '../aws-client.ts';
import type { ConfigSession } from '../config/index.ts';
import { notBuiltIn, unknownOptions } from '../failures.ts';
import type { CliModel, Paginator, Waiter } from '../model/index.ts';
import { checkOutput, format } from '../output/index.ts';
import { listPages, textPages, wholeResult } from '../paging/index.ts';
import {
  answerSkeleton,
  formatSkeleton,
  type Shape,
  shapeOf,
  toSdkInput,
  validateParameters,
  withFloats,
} from '../parameters/index.ts';
import { openConfigSession } from '../session/index.ts';
import type { AwsHost } from '../types.ts';
import { waitFor } from '../waiter.ts';
import { cliInputOptions } from './cli-input.ts';
import { helpText } from './custom.ts';
import type { Globals } from './globals.ts';
import { fileOutput, operationArguments, type Save } from './operation-options.ts';
import { buildParameters, type CallParameters } from './parameters.ts';
import { adjustParameters } from './run-instances-options.ts';

export interface Operation {
  readonly service: ServiceModel;
  readonly model: CliModel;
  readonly schema: StaticOperationSchema;
  /** `sts get-session-token` */
  readonly command: string;
  /** Of `wait`: the operation is called until it decides, and nothing is printed. */
  readonly waiter?: Waiter & { readonly name: string };
}

type Data = Record<string, unknown>;

/** Runs one operation with the options left on the command line: stdout. Throws a CliFailure. */
export async function callOperation(
  operation: Operation,
  words: readonly string[],
  globals: Globals,
  host: AwsHost,
): Promise<string> {
  const { model, schema, command } = operation;
  const shape = shapeOf(NormalizedSchema.of(schema[4] as never), model);
  const paginator = model.pagination[schema[2]];
  const table = operationArguments(schema, shape, model, fillsIn(words));
  const files = fileOutput(schema);
  const options = [...table.map(({ option }) => option), ...files.options];
  const help = { kind: 'positional', dest: 'help', takes: 'optional' } as const;
  if (words.length === 1 && words[0] === 'help') return helpText(command);
  const parsed = parseKnown({ options, positionals: [...files.positionals, help] }, words);
  const extra = parsed.values.get('help');
  if (extra === 'help') return helpText(command);
  const unknown = [...parsed.extras, ...(typeof extra === 'string' && extra ? [extra] : [])];
  if (unknown.length > 0) throw unknownOptions(unknown);
  const call = await buildParameters(table, parsed, paginator, globals.paginate, host);
  const skeleton = parsed.values.has('generate-cli-skeleton')
    ? (parsed.values.get('generate-cli-skeleton') ?? 'input')
    : undefined;
  if (skeleton === 'input') return formatSkeleton(shape);
  if (skeleton === 'output')
    return answerText(operation, shape, call, await openConfigSession(host, globals), globals, host);
  if (skeleton !== undefined)
    throw notBuiltIn(`--generate-cli-skeleton ${skeleton}`, 'use --generate-cli-skeleton input instead.');
  const save = await files.prepare(parsed.values, host);
  const session = await openConfigSession(host, globals);
  return callAndFormat(operation, shape, paginator, { ...call, save }, session, globals, host);
}

/** True where required options may be left out: parameters come from elsewhere, or are only to be shown. */
function fillsIn(words: readonly string[]): boolean {
  const at = words.indexOf('--generate-cli-skeleton');
  return (
    cliInputOptions.some((option) => words.includes(`--${option}`)) || (at >= 0 && words[at + 1] !== 'output')
  );
}

/** Returns the shape of an answer without sending the call (customizations/generatecliskeleton.py). */
function answerText(
  { service, model, schema }: Operation,
  shape: Shape,
  { parameters, paging = {} }: CallParameters,
  session: ConfigSession,
  globals: Globals,
  host: AwsHost,
): string {
  openClient(service, model, session, globals, host);
  const output = session.output();
  const answered = shapeOf(NormalizedSchema.of(schema[5] as never), model);
  const answer = answerSkeleton(answered, { iso: output === 'json' });
  validateParameters(withoutPages({ parameters, paging }), shape);
  checkOutput(output);
  return withFloats(
    format(schema[2], answer, { color: globals.color === 'on', query: globals.query, output }),
  );
}

/** Returns the parameters with the paging options, which an operation without pages refuses. */
const withoutPages = ({ parameters, paging = {} }: CallParameters): Data => ({
  ...parameters,
  ...(Object.keys(paging).length > 0 && { PaginationConfig: paging }),
});

async function callAndFormat(
  operation: Operation,
  shape: Shape,
  paginator: Paginator | undefined,
  { parameters, paging, save }: CallParameters & { readonly save: Save },
  session: ConfigSession,
  globals: Globals,
  host: AwsHost,
): Promise<string> {
  const { service, model, schema, waiter } = operation;
  const client = openClient(service, model, session, globals, host);
  const raw = (globals.binaryFormat ?? session.setting('cli_binary_format')) === 'raw-in-base64-out';
  const request = async (input: Data) => {
    const adjusted = adjustParameters(schema[2], input);
    validateParameters(adjusted, shape);
    return client.call(schema, toSdkInput(adjusted, shape, raw) as Data);
  };
  if (waiter) {
    const input = withoutPages({ parameters, paging });
    await waitFor(waiter.name, waiter, () => request(input), host.sleep);
    return '';
  }
  const output = { color: globals.color === 'on', query: globals.query };
  const print = (data: Data) => format(schema[2], data, { ...output, output: session.output() });
  if (!paging || !paginator) {
    const answer = await save(await request(parameters));
    checkOutput(session.output());
    return print(answer);
  }
  checkOutput(session.output()); // the CLI asks for pages only while it prints them
  const listing = await listPages(
    paginator,
    parameters,
    withDefaultSize(schema[2], parameters, paging),
    request,
  );
  if (session.output() === 'yaml-stream') return listing.pages.map(print).join('');
  if (session.output() === 'text') return textPages(listing, paginator).map(print).join('');
  return print(wholeResult(listing, paginator));
}

/** The CLI pages these two by 1,000 unless other parameters are given (customizations/ec2/paginate.py). */
const pagedBy1000: Readonly<Record<string, readonly string[]>> = {
  DescribeVolumes: ['DryRun'],
  DescribeSnapshots: ['DryRun', 'OwnerIds', 'RestorableByUserIds'],
};

function withDefaultSize(operation: string, parameters: Data, paging: NonNullable<CallParameters['paging']>) {
  const allowed = pagedBy1000[operation];
  const applies = allowed && Object.keys(parameters).every((name) => allowed.includes(name));
  return applies && paging.pageSize === undefined ? { ...paging, pageSize: 1000 } : paging;
}
