import { NormalizedSchema } from '@smithy/core/schema';
import { fromBase64 } from '@smithy/core/serde';
import type { StaticOperationSchema } from '@smithy/types';
import type { ServiceModel } from '../../wire/models/index.ts';
import { orderedMembers } from '../parameters/index.ts';
import { parseBody, readJsonStructure } from './json-response.ts';
import {
  child,
  parseXml,
  type ResponseReadOptions,
  readElement,
  readScalarText,
  readStructure,
  type XmlNode,
} from './xml-response.ts';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** A stream of bytes where the operation's output has one; see `streamMember`. */
  readonly body: string | Uint8Array;
}

/** The member of an operation's output that is a stream of bytes, such as an object's content. */
export function streamMember(operation: StaticOperationSchema): string | undefined {
  const output = NormalizedSchema.of(operation[5] as never);
  const members = output.isStructSchema() ? [...output.structIterator()] : [];
  return members.find(([, member]) => member.isBlobSchema() && member.getMergedTraits().httpPayload)?.[0];
}

/** A successful answer as the data that is printed; a stream's member holds its bytes. */
export function readAnswer(
  service: ServiceModel,
  operation: StaticOperationSchema,
  answer: Answer,
  reading: ResponseReadOptions,
): Record<string, unknown> {
  const output = NormalizedSchema.of(operation[5] as never);
  if (!output.isStructSchema()) return {};
  if (service.protocol === 'rest-xml' || service.protocol === 'rest-json')
    return readRest(service, operation[2], output, answer, reading);
  if (service.protocol === 'json') return readJsonStructure(parseBody(String(answer.body)), output, reading);
  const root = parseXml(String(answer.body));
  const start = service.protocol === 'query' ? child(root, `${operation[2]}Result`) : root;
  const data = start ? readStructure(start, output, reading) : {};
  if (service.id === 'iam') return decodePolicies(data);
  if (operation[2] === 'GetTemplate') return decodeTemplate(data);
  return operation[2] === 'GetConsoleOutput' ? decodeConsole(data) : data;
}

/** The CLI prints a template in JSON as data, one in YAML as text. */
function decodeTemplate(data: Record<string, unknown>): Record<string, unknown> {
  try {
    return { ...data, TemplateBody: JSON.parse(String(data.TemplateBody)) };
  } catch (error) {
    if (error instanceof SyntaxError) return data;
    throw error;
  }
}

/** EC2 answers what a console printed in base64; the CLI prints it as text. */
function decodeConsole(data: Record<string, unknown>): Record<string, unknown> {
  const { Output } = data;
  return typeof Output === 'string'
    ? { ...data, Output: new TextDecoder().decode(fromBase64(Output)) }
    : data;
}

function readRest(
  { protocol }: ServiceModel,
  operation: string,
  output: NormalizedSchema,
  answer: Answer,
  reading: ResponseReadOptions,
): Record<string, unknown> {
  const members = orderedMembers(output, reading.model);
  const newerMembers = reading.model.addedSince[output.getName() ?? '']?.split(' ') ?? [];
  const data: Record<string, unknown> = {};
  for (const [name, member] of members) {
    const value = readHeader(answer.headers, member, reading);
    if (value !== undefined) data[name] = value;
    // 2.9.19 does not know that DeleteFunction answers with its status.
    if (member.getMergedTraits().httpResponseCode && !newerMembers.includes(name)) data[name] = answer.status;
  }
  const payload = members.find(([, member]) => member.getMergedTraits().httpPayload);
  const { body } = answer;
  if (payload && typeof body !== 'string') return { ...data, [payload[0]]: body };
  if (body === '' || typeof body !== 'string') return data;
  if (payload && !payload[1].isStructSchema()) return { ...data, [payload[0]]: body };
  if (protocol === 'rest-json')
    return payload
      ? { ...data, [payload[0]]: readJsonStructure(parseBody(body), payload[1], reading) }
      : { ...data, ...readJsonStructure(parseBody(body), output, reading) };
  const root = parseXml(body);
  if (payload) return { ...data, [payload[0]]: readElement(root, payload[1], reading) };
  // The root itself is the one member.
  if (operation === 'GetBucketLocation') return { ...data, LocationConstraint: root.text || null };
  return { ...data, ...readBody(root, output, reading) };
}

const readBody = (root: XmlNode, output: NormalizedSchema, reading: ResponseReadOptions) =>
  readStructure(root, output, reading);

function readHeader(headers: Headers, member: NormalizedSchema, reading: ResponseReadOptions): unknown {
  const { httpHeader, httpPrefixHeaders } = member.getMergedTraits();
  if (httpPrefixHeaders !== undefined) {
    const prefix = String(httpPrefixHeaders).toLowerCase();
    const named = [...headers].filter(([name]) => name.startsWith(prefix));
    return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value]));
  }
  const value = httpHeader ? headers.get(String(httpHeader)) : null;
  return value === null ? undefined : readScalarText(value, member, reading);
}

const DOCUMENTS = new Set(['PolicyDocument', 'AssumeRolePolicyDocument', 'Document']);

/** IAM answers policies as URL-encoded JSON; the CLI prints them as data. What is no JSON stays as it came. */
function decodePolicies<T>(data: T): T {
  if (Array.isArray(data)) return data.map(decodePolicies) as T;
  if (data === null || typeof data !== 'object') return data;
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    DOCUMENTS.has(name) && typeof value === 'string' ? decode(value) : decodePolicies(value),
  ]);
  return Object.fromEntries(entries);
}

function decode(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    return text;
  }
}
