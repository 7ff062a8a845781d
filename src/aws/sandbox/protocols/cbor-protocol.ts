import { CborCodec, cbor as plainCbor } from '@smithy/core/cbor';
import { NormalizedSchema } from '@smithy/core/schema';
import { ServiceError } from '../errors/index.ts';
import { newRequestId } from '../identifiers/index.ts';
import { wireError } from './json-error.ts';
import { respond } from './response.ts';
import type { ResponseContext, ServerProtocol, Structure } from './types.ts';

const codec = new CborCodec();

/** Smithy RPC v2 CBOR, the server's side: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html */
export const cborProtocol: ServerProtocol = {
  requestId: newRequestId,
  identify: (message, model) => {
    const [, service, operation = ''] = /\/service\/([^/]+)\/operation\/([^/]+)$/.exec(message.path) ?? [];
    return service === model.targetPrefix ? operation : '';
  },
  readInput: (message, operation) => {
    const schema = NormalizedSchema.of(operation[4]);
    if (!schema.isStructSchema() || message.body.length === 0) return {};
    try {
      return defined(codec.createDeserializer().read(schema, message.body) as Structure);
    } catch {
      throw new ServiceError(400, 'SerializationException', '');
    }
  },
  wireName: (_operation, member) => member,
  writeOutput: (_model, operation, output, context) => {
    const schema = NormalizedSchema.of(operation[5]);
    if (!schema.isStructSchema()) return respond(200, null, headers(context), context);
    const serializer = codec.createSerializer();
    serializer.write(schema, output);
    return respond(200, serializer.flush() as BodyInit, headers(context), context);
  },
  writeError: (model, error, context) => {
    const { status, type, members, queryError } = wireError(model, error);
    const body = plainCbor.serialize({ __type: type, ...members });
    const query: Record<string, string> = queryError ? { 'x-amzn-query-error': queryError } : {};
    return respond(status, body as BodyInit, { ...headers(context), ...query }, context);
  },
};

function headers(context: ResponseContext): Record<string, string> {
  return {
    'x-amzn-requestid': context.requestId,
    'content-type': 'application/cbor',
    'smithy-protocol': 'rpc-v2-cbor',
  };
}

/** Without the members that are null. */
function defined(input: Structure): Structure {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
}
