import type { NormalizedSchema } from '@smithy/core/schema';
import type { CliModel } from '../model/index.ts';
import { orderedMembers } from '../parameters/index.ts';
import type { XmlNode } from './xml-response.ts';

export interface ResponseReadOptions {
  readonly model: CliModel;
  /** Formats a time from the wire. */
  readonly timestamp: (text: string) => string;
}

/** Reads an element by its schema as botocore does: what is not there is left out, an empty element is ''. */
export function readElement(node: XmlNode, schema: NormalizedSchema, reading: ResponseReadOptions): unknown {
  if (schema.isStructSchema()) return readStructure(node, schema, reading);
  if (schema.isListSchema())
    return node.children.map((item) => readElement(item, schema.getValueSchema(), reading));
  if (schema.isMapSchema()) return readEntries(node.children, schema, reading);
  return readScalarText(node.text, schema, reading);
}

export function readScalarText(
  text: string,
  schema: NormalizedSchema,
  { timestamp }: ResponseReadOptions,
): unknown {
  if (schema.isTimestampSchema()) return timestamp(text);
  if (schema.isBooleanSchema()) return text === 'true';
  return schema.isNumericSchema() ? Number(text) : text;
}

export function readStructure(
  node: XmlNode,
  schema: NormalizedSchema,
  reading: ResponseReadOptions,
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, member] of orderedMembers(schema, reading.model)) {
    const traits = member.getMergedTraits();
    if (traits.httpHeader || traits.httpPrefixHeaders || traits.httpResponseCode) continue;
    const value = readMember(node, name, member, reading);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

function readMember(
  node: XmlNode,
  name: string,
  member: NormalizedSchema,
  reading: ResponseReadOptions,
): unknown {
  const traits = member.getMergedTraits();
  const xmlName = String(traits.xmlName ?? name);
  if (traits.xmlAttribute) return node.attributes[xmlName];
  const elements = node.children.filter((child) => child.name === xmlName);
  const [first] = elements;
  if (!first) return undefined;
  if (traits.xmlFlattened && member.isListSchema())
    return elements.map((item) => readElement(item, member.getValueSchema(), reading));
  if (traits.xmlFlattened && member.isMapSchema()) return readEntries(elements, member, reading);
  return readElement(first, member, reading);
}

function readEntries(
  entries: readonly XmlNode[],
  schema: NormalizedSchema,
  reading: ResponseReadOptions,
): unknown {
  const keyName = String(schema.getKeySchema().getMergedTraits().xmlName ?? 'key');
  const valueName = String(schema.getValueSchema().getMergedTraits().xmlName ?? 'value');
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const key = entry.children.find((child) => child.name === keyName);
      const value = entry.children.find((child) => child.name === valueName);
      return key && value ? [[key.text, readElement(value, schema.getValueSchema(), reading)]] : [];
    }),
  );
}
