import { Crc32 } from '@aws-crypto/crc32';
import { NormalizedSchema } from '@smithy/core/schema';
import { ServiceError } from '../errors/index.ts';
import { newRequestId } from '../identifiers/index.ts';
import { readJson, UnreadableJson, writeJson } from './json-codec.ts';
import { wireError } from './json-error.ts';
import { respond } from './response.ts';
import type { ErrorModel, Message, ResponseContext, ServerProtocol, Structure } from './types.ts';

/** AWS JSON 1.0 and 1.1, the server's side: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export const jsonProtocol: ServerProtocol = {
  requestId: newRequestId,
  identify: (message, model) => {
    const target = message.headers.get('x-amz-target') ?? '';
    const dot = target.lastIndexOf('.');
    return target.slice(0, dot) === model.targetPrefix ? target.slice(dot + 1) : '';
  },
  readInput: (message, operation) => {
    const schema = NormalizedSchema.of(operation[4]);
    return schema.isStructSchema() ? (readJsonBody(message, schema) as Structure) : {};
  },
  wireName: (_operation, member) => member,
  writeOutput: (model, operation, output, context) => {
    const schema = NormalizedSchema.of(operation[5]);
    const body = schema.isStructSchema() ? JSON.stringify(writeJson(schema, output)) : '';
    return respond(200, body, headers(model, body, context), context);
  },
  writeError: (model, error, context) => {
    const { status, type, members, queryError } = wireError(model, error);
    const body = JSON.stringify({ __type: type, ...members });
    const query: Record<string, string> = queryError ? { 'x-amzn-query-error': queryError } : {};
    return respond(status, body, { ...headers(model, body, context), ...query }, context);
  },
};

/** A JSON body by its schema. Throws SerializationException. */
export function readJsonBody(message: Pick<Message, 'body'>, schema: NormalizedSchema): unknown {
  if (message.body.length === 0) return readJson(schema, {});
  try {
    return readJson(schema, JSON.parse(new TextDecoder().decode(message.body)));
  } catch (error) {
    // Of a body that is no JSON, AWS says nothing but the code.
    throw new ServiceError(
      400,
      'SerializationException',
      error instanceof UnreadableJson ? error.message : '',
    );
  }
}

function headers(model: ErrorModel, body: string, context: ResponseContext): Record<string, string> {
  return {
    'x-amzn-requestid': context.requestId,
    'content-type': `application/x-amz-json-${model.jsonVersion ?? '1.1'}`,
    ...(model.sendsCrc32 && { 'x-amz-crc32': crc32(body) }),
  };
}

function crc32(body: string): string {
  return String(new Crc32().update(new TextEncoder().encode(body)).digest());
}
