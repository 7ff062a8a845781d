import { NormalizedSchema } from '@smithy/core/schema';
import type { ServiceError } from '../errors/index.ts';
import { writeJson } from './json-codec.ts';
import type { ErrorModel } from './types.ts';

type ErrorSchema = ReturnType<NonNullable<ErrorModel['error']>>;

/** The namespace of errors that come before a service's own code. */
const FRAMEWORK = 'com.amazon.coral.service';
const VALIDATION = 'com.amazon.coral.validate';

/** An error as services say it that speak JSON or CBOR. */
export interface WireError {
  readonly status: number;
  /** `com.amazonaws.sqs#QueueDoesNotExist`, or the name alone. */
  readonly type: string;
  /** `message` or `Message` with the text, and the error's other members. */
  readonly members: Readonly<Record<string, unknown>>;
  /** `AWS.SimpleQueueService.NonExistentQueue;Sender`: of services that spoke query before. */
  readonly queryError?: string;
}

/** Names an error as the service's model does. */
export function wireError(model: ErrorModel, error: ServiceError): WireError {
  const schema = model.error?.(error.code);
  // Models of services that never spoke query have such codes too: their answers do not.
  const query = model.queryCompatible ? queryCode(model, error) : undefined;
  const name = schema || !query ? error.code : jsonName(query.code);
  const framework = name === 'ValidationException' ? VALIDATION : FRAMEWORK;
  const namespace = schema ? model.errorNamespace : model.errorNamespace && framework;
  const fault = error.status < 500 ? 'Sender' : 'Receiver';
  return {
    status: query?.status ?? error.status,
    type: namespace ? `${namespace}#${name}` : name,
    members: { ...messageOf(schema, error), ...error.elements, ...ownMembers(schema, error) },
    ...(query && { queryError: `${query.code};${fault}` }),
  };
}

/** JSON names of the query protocol's errors that no model has. Source: answers of SQS to JSON clients. */
const jsonNames: Readonly<Record<string, string>> = {
  InvalidClientTokenId: 'UnrecognizedClientException',
  MissingParameter: 'MissingRequiredParameterException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
};

function jsonName(code: string): string {
  return jsonNames[code] ?? (code.endsWith('Exception') ? code : `${code}Exception`);
}

/** Code and status that the query protocol has for an error, of services that speak or spoke it. */
export function queryCode(
  model: ErrorModel,
  error: ServiceError,
): { readonly code: string; readonly status: number } | undefined {
  const traits = model.error?.(error.code)?.[3] as { awsQueryError?: [string, number] } | 0 | undefined;
  if (traits !== 0 && traits?.awsQueryError) {
    const [code, status] = traits.awsQueryError;
    return { code, status };
  }
  return model.queryCompatible ? { code: error.code, status: error.status } : undefined;
}

/** The members of the error's structure, as JSON data. */
function ownMembers(schema: ErrorSchema, { members }: ServiceError): object {
  return schema ? (writeJson(NormalizedSchema.of(schema), members) as object) : {};
}

function messageOf(schema: ErrorSchema, error: ServiceError) {
  if (error.message === '') return {};
  const known = schema ? [...NormalizedSchema.of(schema).structIterator()].map(([name]) => name) : [];
  const fallback = error.code.startsWith('AccessDenied') ? 'Message' : 'message';
  return { [known.find((name) => /^message$/i.test(name)) ?? fallback]: error.message };
}
