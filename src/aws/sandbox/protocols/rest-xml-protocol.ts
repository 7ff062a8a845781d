import { XmlShapeDeserializer } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import { catalogues, ServiceError } from '../errors/index.ts';
import { s3HostId, s3RequestId } from '../identifiers/index.ts';
import { respond } from './response.ts';
import { boundHeaders, isInHeader, MissingBody, readRestInput } from './rest-members.ts';
import { httpTrait, routeRest } from './rest-routes.ts';
import { OutsideBucket, type S3Address, s3Address } from './s3-address.ts';
import { UnreadableValue } from './scalar.ts';
import type { Message, ResponseContext, ServerProtocol, Structure } from './types.ts';
import { element, escapeXml, writeElement, writeMembers } from './xml-writer.ts';

const STYLE = { milliseconds: true };
const XML: Readonly<Record<string, string>> = { 'content-type': 'application/xml' };
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const errors = catalogues['rest-xml'];

/** REST with XML bodies, the server's side: S3. */
export const restXmlProtocol: ServerProtocol = {
  requestId: s3RequestId,
  identify: (message, model) => {
    const { method, url, headers } = message;
    const address = addressOf(message);
    const operation = routeRest({ method, address, query: url.searchParams, headers }, model);
    // REST has no name for what it does not know: S3 names the method.
    if (operation === undefined) throw errors.unknownOperation(method, resourceType(address));
    return operation;
  },
  readInput: (message, operation) => {
    try {
      const { bucket, key } = addressOf(message);
      const label = (member: string) => (member === 'Bucket' ? bucket : key);
      return readRestInput(message, operation, { label, body: readXml });
    } catch (error) {
      if (error instanceof UnreadableValue) throw errors.unreadable(error.path, error.text, error.type);
      if (error instanceof MissingBody)
        throw new ServiceError(400, 'MissingRequestBodyError', 'Request Body is empty');
      throw error;
    }
  },
  wireName: (operation, member) => {
    const traits = NormalizedSchema.of(operation[4]).getMemberSchema(member).getMergedTraits();
    return traits.httpQuery ?? traits.httpHeader ?? traits.xmlName ?? member;
  },
  writeOutput: (model, operation, output, context) => {
    const [, , status] = httpTrait(operation);
    const schema = NormalizedSchema.of(operation[5]);
    const body = bodyOf(schema, output, model.xmlNamespace);
    const type = typeof body === 'string' ? XML : {};
    const headers = { ...s3Headers(context), ...type, ...boundHeaders(schema, output) };
    // A range of an object: 206 and this header go together (RFC 9110, 15.3.7).
    return respond('content-range' in headers ? 206 : status, body, headers, context);
  },
  writeError: (_model, error, context) => {
    // S3 was seen to answer a key that leaves its bucket with the status and nothing else.
    if (error.code === '') return respond(error.status, null, s3Headers(context), context);
    const headers = { ...s3Headers(context), ...XML, ...error.headers };
    const parts: [string, string][] = [
      ['Code', error.code],
      ['Message', error.message],
      ...Object.entries(error.elements),
      ['RequestId', context.requestId],
      ['HostId', headers['x-amz-id-2'] ?? ''],
    ];
    const content = parts.map(([name, text]) => element(name, escapeXml(text))).join('');
    return respond(error.status, DECLARATION + element('Error', content), headers, context);
  },
};

const xml = new XmlShapeDeserializer({
  timestampFormat: { useTrait: true, default: 5 },
  httpBindings: true,
  xmlNamespace: '',
  serviceNamespace: '',
});

function readXml(schema: NormalizedSchema, body: Uint8Array): Structure {
  try {
    const value: unknown = xml.read(schema, new TextDecoder().decode(body));
    return typeof value === 'object' && value !== null ? (value as Structure) : {};
  } catch {
    throw errors.malformedBody();
  }
}

function resourceType({ bucket, key }: S3Address): string {
  if (bucket === undefined) return 'SERVICE';
  return key === undefined ? 'BUCKET' : 'OBJECT';
}

function addressOf(message: Message): ReturnType<typeof s3Address> {
  try {
    return s3Address(message.host, message.path);
  } catch (error) {
    if (error instanceof OutsideBucket) throw new ServiceError(400, '', 'Bad Request');
    throw new ServiceError(400, 'InvalidURI', "Couldn't parse the specified URI.");
  }
}

function s3Headers(context: ResponseContext): Record<string, string> {
  return {
    'x-amz-request-id': context.requestId,
    'x-amz-id-2': s3HostId(context.random),
    server: 'AmazonS3',
  };
}

/** A payload member is the whole body; else the members that stand in no header make the document. */
function bodyOf(schema: NormalizedSchema, output: Structure, namespace: string): BodyInit | null {
  if (!schema.isStructSchema()) return null;
  for (const [name, member] of schema.structIterator()) {
    const traits = member.getMergedTraits();
    if (!traits.httpPayload) continue;
    const value = output[name];
    if (value == null) return null;
    if (!member.isStructSchema()) return value as BodyInit;
    const root = (traits.xmlName as string | undefined) ?? member.getName() ?? name;
    return DECLARATION + writeElement(member, root, value, STYLE, ` xmlns="${namespace}"`);
  }
  const content = writeMembers(schema, output, STYLE);
  if (content === '' && [...schema.structIterator()].every(([, member]) => isInHeader(member))) return null;
  const root = (schema.getMergedTraits().xmlName as string | undefined) ?? schema.getName() ?? '';
  const isUnwrapped = Object.hasOwn(schema.getMemberSchemas(), root);
  // GetBucketLocation's only member is the document itself (Smithy's s3UnwrappedXmlOutput).
  const text = isUnwrapped ? escapeXml(String(output[root] ?? '')) : content;
  return DECLARATION + element(root, text, ` xmlns="${namespace}"`);
}
