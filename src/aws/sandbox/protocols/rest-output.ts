import type { NormalizedSchema } from '@smithy/core/schema';
import { writeScalar } from './scalar.ts';
import type { Structure } from './types.ts';

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
