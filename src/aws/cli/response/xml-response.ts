import type { NormalizedSchema } from '@smithy/core/schema';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { generalError } from '../failures.ts';
import type { CliModel } from '../model/index.ts';
import { orderedMembers } from '../parameters/index.ts';
import { reprText } from '../python/builtins.ts';
import { PythonFloat } from '../python/float.ts';

export interface XmlNode {
  /** Without its namespace's prefix. */
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

const TEXT = '#text';
const ATTRIBUTES = ':@';
type Raw = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  textNodeName: TEXT,
  // Also decodes character references; AWS writes `&#xD;` in keys.
  htmlEntities: true,
});

/** The root element. Throws for a text that is no XML; why is told in the library's words. */
export function parseXml(text: string): XmlNode {
  const valid = XMLValidator.validate(text);
  const root = valid === true ? elements(parser.parse(text) as Raw[])[0] : undefined;
  if (root) return root;
  const why =
    valid === true ? 'no element found: line 1, column 0' : `${valid.err.msg}: line ${valid.err.line}`;
  throw generalError(
    `Unable to parse response (${why}), invalid XML received. Further retries may succeed:\nb${reprText(text)}`,
  );
}

function elements(raw: readonly Raw[]): XmlNode[] {
  return raw.flatMap((item) => {
    const tag = Object.keys(item).find((key) => key !== ATTRIBUTES && key !== TEXT);
    return tag === undefined ? [] : [toNode(tag, item)];
  });
}

function toNode(tag: string, item: Raw): XmlNode {
  const content = item[tag] as Raw[];
  const text = content.map((part) => part[TEXT] ?? '').join('');
  return {
    name: tag.slice(tag.indexOf(':') + 1),
    text,
    attributes: (item[ATTRIBUTES] ?? {}) as Record<string, string>,
    children: elements(content),
  };
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name);

export interface ResponseReadOptions {
  readonly model: CliModel;
  /** Formats a time from the wire. */
  readonly timestamp: (text: string) => string;
  /** True where numbers are floats. */
  readonly hasFloats?: boolean;
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
  { timestamp, hasFloats }: ResponseReadOptions,
): unknown {
  if (schema.isTimestampSchema()) return timestamp(text);
  if (schema.isBooleanSchema()) return text === 'true';
  if (!schema.isNumericSchema()) return text;
  return hasFloats ? new PythonFloat(text) : Number(text);
}

export function readStructure(
  node: XmlNode,
  schema: NormalizedSchema,
  reading: ResponseReadOptions,
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const numbers = reading.model.numbers[schema.getName() ?? ''];
  for (const [name, member] of orderedMembers(schema, reading.model)) {
    const traits = member.getMergedTraits();
    if (traits.httpHeader || traits.httpPrefixHeaders || traits.httpResponseCode) continue;
    const own = numbers?.[name] === 'float' ? { ...reading, hasFloats: true } : reading;
    const value = readMember(node, name, member, own);
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
