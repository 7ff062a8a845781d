import type { Clock } from '../../../clock/index.ts';
import { defineSlice, type OperationContext } from '../../../operation/index.ts';
import type { Random } from '../../../random/index.ts';
import { filesOf } from '../function-code.ts';
import type { FunctionSettings, FunctionVersion, LambdaFunction } from '../lambda-state.ts';
import { ExecutionEnvironment as Environment, type ExecutionEnvironment } from './execution-environment.ts';
import type { Work, WorkResult } from './work.ts';

/** An environment that is kept for the next invocation. */
export interface KeptEnvironment {
  readonly environment: ExecutionEnvironment;
  readonly settings: FunctionSettings;
  readonly logStream: string;
  lastUsed: Date;
}

/** AWS ends an idle environment when it chooses to; ours ends after ten minutes of the account's time. */
const IDLE_MS = 600_000;

const kept = defineSlice('lambda-environments', () => new Map<string, KeptEnvironment>());

type Context = Pick<OperationContext<unknown>, 'state'> & { readonly clock: Clock; readonly random: Random };

/** The environment of a version that has run before; undefined where it has ended or the function has changed. */
export function environmentOf(
  one: LambdaFunction,
  version: FunctionVersion,
  { state, clock }: Context,
): KeptEnvironment | undefined {
  const known = state.of(kept).get(keyOf(one, version));
  const isAlive = known && clock.account().getTime() - known.lastUsed.getTime() < IDLE_MS;
  return isAlive && known.settings === version.settings ? known : undefined;
}

/** Opens an environment and loads the function's module in it; `failure` says why that did not go. */
export async function openEnvironment(
  one: LambdaFunction,
  version: FunctionVersion,
  work: Work,
  { state, clock, random }: Context,
): Promise<KeptEnvironment & { readonly failure?: WorkResult }> {
  const { settings } = version;
  const logStream = logStreamOf(version, clock, random);
  const environment = await Environment.open(
    {
      ...{ runtime: settings.runtime, handler: settings.handler, memoryMegabytes: settings.memorySize },
      variables: { ...runtimeVariables(one, version, logStream), ...settings.variables },
      files: filesOf(settings.code),
      random: random.fork(`lambda ${logStream}`),
    },
    work,
  );
  const opened = { environment, settings, logStream, lastUsed: clock.account() };
  const failure = environment.load();
  if (!failure) state.of(kept).set(keyOf(one, version), opened);
  return { ...opened, ...(failure && { failure }) };
}

export function dropEnvironment(one: LambdaFunction, version: FunctionVersion, { state }: Context): void {
  state.of(kept).delete(keyOf(one, version));
}

const keyOf = ({ arn }: LambdaFunction, { id }: FunctionVersion) => `${arn}:${id}`;

/** `2026/01/05/[$LATEST]0123456789abcdef0123456789abcdef` */
function logStreamOf({ id }: FunctionVersion, clock: Clock, random: Random): string {
  const day = clock.account().toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[${id}]${random.text(32, '0123456789abcdef')}`;
}

/** Developer Guide, "Defined runtime environment variables"; without credentials, as nothing leaves the sandbox. */
function runtimeVariables(
  { name, region }: LambdaFunction,
  { id, settings }: FunctionVersion,
  logStream: string,
): Record<string, string> {
  return {
    _HANDLER: settings.handler,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${settings.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memorySize),
    AWS_LAMBDA_FUNCTION_VERSION: id,
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: settings.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    LAMBDA_TASK_ROOT: '/var/task',
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    PATH: '/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin',
    NODE_PATH: '/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/var/task',
  };
}
