import { NormalizedSchema } from '@smithy/core/schema';
import { ServiceError } from '../errors/index.ts';
import { newRequestId } from '../identifiers/index.ts';
import { labelsOf, routeHttp } from './http-routes.ts';
import { writeJson } from './json-codec.ts';
import { wireError } from './json-error.ts';
import { readJsonBody } from './json-protocol.ts';
import { respond } from './response.ts';
import { boundHeaders, isInHeader, MissingBody, readRestInput } from './rest-members.ts';
import { httpTrait } from './rest-routes.ts';
import { UnreadableValue } from './scalar.ts';
import type { ResponseContext, ServerProtocol, Structure } from './types.ts';

/** REST with JSON bodies, the server's side: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
export const restJsonProtocol: ServerProtocol = {
  requestId: newRequestId,
  identify: ({ method, path, url }, model) =>
    routeHttp(method, path, url.searchParams, model)?.operation ?? '',
  readInput: (message, operation) => {
    const labels = labelsOf(message.path, operation);
    const body = (schema: NormalizedSchema, bytes: Uint8Array) =>
      readJsonBody({ body: bytes }, schema) as Structure;
    try {
      return readRestInput(message, operation, { label: (member) => labels[member], body });
    } catch (error) {
      // Our wording: AWS's for a parameter of the wrong type is not known.
      if (error instanceof UnreadableValue)
        throw new ServiceError(400, 'SerializationException', `${error.path} is not a valid ${error.type}.`);
      if (error instanceof MissingBody) throw new ServiceError(400, 'SerializationException', '');
      throw error;
    }
  },
  wireName: (_operation, member) => member,
  writeOutput: (_model, operation, output, context) => {
    const [, , declared] = httpTrait(operation);
    const schema = NormalizedSchema.of(operation[5]);
    const { body, status = declared } = bodyOf(schema, output);
    const type: Record<string, string> =
      typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    const bound = boundHeaders(schema, output);
    return respond(status, body, { ...headers(context), ...type, ...bound }, context);
  },
  writeError: (model, error, context) => {
    const { status, type, members } = wireError(model, error);
    const all = { ...headers(context), 'content-type': 'application/json', 'x-amzn-errortype': type };
    return respond(status, JSON.stringify(members), all, context);
  },
};

function headers(context: ResponseContext): Record<string, string> {
  return { 'x-amzn-requestid': context.requestId };
}

/** A payload member is the whole body; else the members that stand in no header make the document. */
function bodyOf(schema: NormalizedSchema, output: Structure): { body: BodyInit | null; status?: number } {
  if (!schema.isStructSchema()) return { body: null };
  const members = [...schema.structIterator()];
  const named = (trait: 'httpPayload' | 'httpResponseCode') =>
    members.find(([, member]) => member.getMergedTraits()[trait]);
  const status = output[named('httpResponseCode')?.[0] ?? ''] as number | undefined;
  const [whole, schemaOfWhole] = named('httpPayload') ?? [];
  const inBody = members.filter(
    ([, member]) => !isInHeader(member) && !member.getMergedTraits().httpResponseCode,
  );
  const body =
    whole !== undefined && schemaOfWhole
      ? payload(schemaOfWhole, output[whole])
      : JSON.stringify(writeJson(schema, Object.fromEntries(inBody.map(([name]) => [name, output[name]]))));
  return { body, ...(status !== undefined && { status }) };
}

function payload(member: NormalizedSchema, value: unknown): BodyInit | null {
  if (value == null) return null;
  return member.isStructSchema() ? JSON.stringify(writeJson(member, value)) : (value as BodyInit);
}
