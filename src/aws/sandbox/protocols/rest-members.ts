import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import { readScalar, writeScalar } from './scalar.ts';
import type { Message, Structure } from './types.ts';

interface BindingTraits {
  readonly httpLabel?: unknown;
  readonly httpQuery?: string;
  readonly httpQueryParams?: unknown;
  readonly httpHeader?: string;
  readonly httpPrefixHeaders?: string;
  readonly httpPayload?: unknown;
}

/** Input of a reader beside the schema: the labels of the path, and the format of the body. */
export interface RestReading {
  label(member: string): string | undefined;
  /** A structure from a body that is not empty. */
  body(schema: NormalizedSchema, bytes: Uint8Array): Structure;
}

/** No body where the operation takes nothing else. */
export class MissingBody extends Error {}

/**
 * Reads an operation's input from where its schema binds each member. Throws an UnreadableValue, a MissingBody, or what
 * `reading` throws.
 */
export function readRestInput(
  message: Message,
  operation: StaticOperationSchema,
  reading: RestReading,
): Structure {
  const schema = NormalizedSchema.of(operation[4]);
  const result: Structure = {};
  if (!schema.isStructSchema()) return result;
  const inBody: string[] = [];
  const required = Number((schema.getSchema() as unknown as readonly unknown[])[6] ?? 0);
  for (const [index, [name, member]] of [...schema.structIterator()].entries()) {
    const traits = member.getMergedTraits() as BindingTraits;
    const value = readBound(name, member, traits, message, reading);
    if (value === undefined && traits.httpPayload && index < required) throw new MissingBody();
    if (value === NOT_BOUND) inBody.push(name);
    else if (value !== undefined) result[name] = value;
  }
  if (inBody.length > 0 && message.body.length > 0) {
    const body = reading.body(schema, message.body);
    for (const name of inBody) if (body[name] !== undefined) result[name] = body[name];
  }
  return result;
}

const NOT_BOUND = Symbol('not bound to a part of the message');

function readBound(
  name: string,
  member: NormalizedSchema,
  traits: BindingTraits,
  message: Message,
  reading: RestReading,
): unknown {
  if (traits.httpLabel) return fromText(member, name, reading.label(name) ?? null);
  if (traits.httpQuery) return fromQuery(member, traits.httpQuery, message.url.searchParams);
  if (traits.httpHeader) return fromText(member, traits.httpHeader, message.headers.get(traits.httpHeader));
  if (traits.httpPrefixHeaders) return fromPrefix(traits.httpPrefixHeaders, message.headers);
  if (traits.httpPayload) return fromPayload(member, message.body, reading);
  return NOT_BOUND;
}

function fromQuery(member: NormalizedSchema, name: string, query: URLSearchParams): unknown {
  if (!member.isListSchema()) return fromText(member, name, query.get(name));
  const values = query.getAll(name);
  return values.length > 0
    ? values.map((text) => readScalar(member.getValueSchema(), text, name))
    : undefined;
}

function fromText(member: NormalizedSchema, name: string, text: string | null): unknown {
  return text === null ? undefined : readScalar(member, text, name);
}

function fromPrefix(prefix: string, headers: Headers): Structure | undefined {
  const found = [...headers].filter(([name]) => name.startsWith(prefix.toLowerCase()));
  return found.length > 0
    ? Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length), value]))
    : undefined;
}

function fromPayload(member: NormalizedSchema, body: Uint8Array, reading: RestReading): unknown {
  if (member.isBlobSchema()) return body;
  if (body.length === 0) return undefined;
  return member.isStructSchema() ? reading.body(member, body) : new TextDecoder().decode(body);
}

/** The headers that an output's members are bound to. */
export function boundHeaders(schema: NormalizedSchema, output: Structure): Record<string, string> {
  const headers: Record<string, string> = {};
  if (!schema.isStructSchema()) return headers;
  for (const [name, member] of schema.structIterator()) {
    const { httpHeader, httpPrefixHeaders } = member.getMergedTraits();
    const value = output[name];
    if (value == null) continue;
    // In lower case, so that a header set by default is replaced and not added to.
    if (httpHeader) headers[httpHeader.toLowerCase()] = writeScalar(member, value, false);
    if (httpPrefixHeaders)
      for (const [key, text] of Object.entries(value)) headers[`${httpPrefixHeaders}${key}`] = String(text);
  }
  return headers;
}

export function isInHeader(member: NormalizedSchema): boolean {
  const { httpHeader, httpPrefixHeaders } = member.getMergedTraits();
  return Boolean(httpHeader ?? httpPrefixHeaders);
}
