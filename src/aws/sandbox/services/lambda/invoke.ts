import type { InvocationRequest, InvocationResponse } from '@aws-sdk/client-lambda';
import { toBase64 } from '@smithy/core/serde';
import { defineOperation, newRequestId, type OperationContext, ServiceError } from '../../operation/index.ts';
import { runEvent } from './event-invocations.ts';
import { arnOfReference, findFunction, onQualified, readFunctionName, versionOf } from './find-function.ts';
import { stageOf } from './function-lifecycle.ts';
import * as rules from './lambda-constraints.ts';
import {
  functionNotFound,
  functionPending,
  invalidRequestContent,
  tooManyRequests,
} from './lambda-errors.ts';
import { type FunctionVersion, functionsIn, type LambdaFunction } from './lambda-state.ts';
import { runFunction } from './run-function.ts';

/** Developer Guide, "Lambda quotas": synchronous and asynchronous invocations. */
const MOST_SENT = { RequestResponse: 6_291_456, Event: 1_048_576 } as const;
/** API reference, Invoke, `X-Amz-Log-Result`: "the last 4 KB of the execution log". */
const TAIL = 4096;

export default {
  Invoke: defineOperation<InvocationRequest, InvocationResponse>({
    constraints: {
      FunctionName: rules.invokedName,
      Qualifier: rules.qualifier,
      InvocationType: rules.invocationType,
      LogType: rules.logType,
    },
    reads: ['Payload', 'ClientContext'],
    access: { ...onQualified<InvocationRequest>('Invoke'), action: 'lambda:InvokeFunction' },
    handle: async (context) => {
      const { InvocationType = 'RequestResponse', LogType } = context.input;
      const reference = readFunctionName(context.input);
      const { name, qualifier = '$LATEST' } = reference;
      const arn = `${functionsIn(context).arnOf(name)}:${qualifier}`;
      const one = findFunction(context, arn);
      const version = chosenVersion(one, qualifier, context);
      if (!version) throw functionNotFound(arn);
      const event = readEvent(context.input.Payload, InvocationType);
      if (stageOf(version, context.clock) === 'pending') throw functionPending();
      if (InvocationType === 'DryRun') return { StatusCode: 204 };
      if (one.reservedConcurrency === 0) throw tooManyRequests();
      const requestId = newRequestId(context.random);
      const invocation = { one, version, requestId, event, invokedArn: arnOfReference(context, reference) };
      if (InvocationType === 'Event') {
        await runEvent(invocation, context);
        return { StatusCode: 202 };
      }
      const { payload, failed, log } = await runFunction(invocation, context);
      return {
        StatusCode: 200,
        FunctionError: failed ? 'Unhandled' : undefined,
        LogResult: LogType === 'Tail' ? toBase64(log.tail(TAIL)) : undefined,
        Payload: new TextEncoder().encode(payload) as InvocationResponse['Payload'],
        ExecutedVersion: version.id,
      };
    },
  }),
};

/** The version of a qualifier; an alias with weights sends a share of the invocations to another one. */
function chosenVersion(
  one: LambdaFunction,
  qualifier: string,
  { random }: Pick<OperationContext<unknown>, 'random'>,
): FunctionVersion | undefined {
  const [other, share = 0] = [...(one.aliases.get(qualifier)?.weights ?? [])][0] ?? [];
  const drawn = other !== undefined && random.integer(1000) < share * 1000;
  return versionOf(one, drawn ? other : qualifier);
}

/** The event as JSON text. Throws InvalidRequestContentException, or RequestEntityTooLargeException. */
function readEvent(payload: Uint8Array | undefined, type: string): string {
  if (payload === undefined || payload.length === 0) return '{}';
  const most = type === 'Event' ? MOST_SENT.Event : MOST_SENT.RequestResponse;
  // Text as users of AWS quote it.
  if (payload.length > most)
    throw new ServiceError(
      413,
      'RequestTooLargeException',
      `Request must be smaller than ${most} bytes for the InvokeFunction operation`,
    ).with({ Type: 'User' });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(payload);
    JSON.parse(text);
    return text;
  } catch {
    throw invalidRequestContent(notJson(new TextDecoder().decode(payload)));
  }
}

const EXPECTED = `(JSON String, Number, Array, Object or token 'null', 'true' or 'false')`;
const SOURCE = 'at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled)';

/** The texts of AWS's parser for a payload that begins wrongly; for one that goes wrong later the wording is ours. */
function notJson(text: string): string {
  const [word = ''] = /^[A-Za-z_$][\w$]*/.exec(text) ?? [];
  const first = text.charAt(0);
  const problem =
    word !== '' && !/^(null|true|false)$/.test(word)
      ? `Unrecognized token '${word}': was expecting ${EXPECTED}`
      : /^[\s"{[\d-]/.test(text)
        ? 'Unexpected end-of-input or character within the value'
        : `Unexpected character ('${first}' (code ${first.charCodeAt(0)})): expected a valid value ${EXPECTED}`;
  const column = word === '' ? 1 : word.length + 1;
  return `Could not parse request body into json: Could not parse payload into json: ${problem}\n ${SOURCE}; line: 1, column: ${column}]`;
}
