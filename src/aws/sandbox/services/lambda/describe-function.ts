import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { sha256Hex } from '../../../wire/sigv4/index.ts';
import type { Clock } from '../../clock/index.ts';
import { revisionOf, stateMembers } from './function-lifecycle.ts';
import type { FunctionVersion, LambdaFunction } from './lambda-state.ts';

/** A configuration as lists have it: without what tells its state (API reference, ListFunctions). */
export function toListed(
  one: LambdaFunction,
  version: FunctionVersion,
  arn: string,
  clock: Clock,
): FunctionConfiguration {
  const { settings } = version;
  return {
    FunctionName: one.name,
    FunctionArn: arn,
    Runtime: settings.runtime as FunctionConfiguration['Runtime'],
    Role: settings.role,
    Handler: settings.handler,
    CodeSize: settings.code.zip.length,
    Description: settings.description,
    Timeout: settings.timeout,
    MemorySize: settings.memorySize,
    LastModified: modifiedTime(version.modified),
    CodeSha256: settings.code.sha256,
    Version: version.id,
    Environment: settings.variables && { Variables: settings.variables },
    TracingConfig: { Mode: settings.tracing as 'Active' | 'PassThrough' },
    RevisionId: revisionOf(version, clock),
    PackageType: 'Zip',
    Architectures: [settings.architecture as 'x86_64' | 'arm64'],
    EphemeralStorage: { Size: settings.storage },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    LoggingConfig: { LogFormat: 'Text', LogGroup: settings.logGroup },
  };
}

/** A configuration with its state. */
export function toConfiguration(
  one: LambdaFunction,
  version: FunctionVersion,
  arn: string,
  clock: Clock,
): FunctionConfiguration {
  return {
    ...toListed(one, version, arn, clock),
    ...(stateMembers(version, clock) as FunctionConfiguration),
    RuntimeVersionConfig: { RuntimeVersionArn: runtimeVersionArn(one.region, version.settings.runtime) },
  };
}

/** The ARN of a published version; `$LATEST` has the function's own. */
export function versionArn({ arn }: LambdaFunction, { id }: FunctionVersion): string {
  return id === '$LATEST' ? arn : `${arn}:${id}`;
}

/** AWS's form; the id is ours, as the runtime is the sandbox's own. */
export function runtimeVersionArn(region: string, runtime: string): string {
  return `arn:aws:lambda:${region}::runtime:${sha256Hex(runtime)}`;
}

/** `2026-01-05T00:00:00.000+0000` */
function modifiedTime(date: Date): string {
  return date.toISOString().replace('Z', '+0000');
}
