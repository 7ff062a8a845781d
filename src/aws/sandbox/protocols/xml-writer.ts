import type { NormalizedSchema } from '@smithy/core/schema';
import { writeScalar } from './scalar.ts';
import type { Structure } from './types.ts';

export interface XmlStyle {
  /** True where timestamps show `.000`. */
  readonly milliseconds: boolean;
}

interface XmlTraits {
  readonly xmlName?: string;
  readonly xmlFlattened?: unknown;
  readonly xmlAttribute?: unknown;
  readonly xmlNamespace?: readonly [string, string];
  readonly httpHeader?: string;
  readonly httpPrefixHeaders?: string;
  readonly httpPayload?: unknown;
  readonly httpResponseCode?: unknown;
}

/** The members of a structure as elements, without the element around them. Members that are undefined are left out. */
export function writeMembers(schema: NormalizedSchema, value: Structure, style: XmlStyle): string {
  let xml = '';
  for (const [name, member] of schema.structIterator()) {
    const traits = member.getMergedTraits() as XmlTraits;
    if (value[name] == null || traits.xmlAttribute || isHttpBound(traits)) continue;
    xml += writeElement(member, traits.xmlName ?? name, value[name], style);
  }
  return xml;
}

/** One element, or for a flattened list or map one for each of its entries. */
export function writeElement(
  schema: NormalizedSchema,
  name: string,
  value: unknown,
  style: XmlStyle,
  attributes = '',
): string {
  if (schema.isListSchema()) return writeList(schema, name, value as unknown[], style);
  if (schema.isMapSchema()) return writeMap(schema, name, value as Structure, style);
  if (!schema.isStructSchema())
    return element(name, escapeXml(writeScalar(schema, value, style.milliseconds)));
  const structure = value as Structure;
  const own = attributes + attributesOf(schema, structure, style);
  return element(name, writeMembers(schema, structure, style), own);
}

export function element(name: string, content: string, attributes = ''): string {
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

/** Text as content or attribute. Characters that XML 1.0 cannot have at all become U+FFFD. */
export function escapeXml(text: string): string {
  return (
    text
      .replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

function writeList(schema: NormalizedSchema, name: string, values: unknown[], style: XmlStyle): string {
  const item = schema.getValueSchema();
  const traits = schema.getMergedTraits() as XmlTraits;
  const itemName = traits.xmlFlattened ? name : ((item.getMergedTraits() as XmlTraits).xmlName ?? 'member');
  const items = values.map((value) => writeElement(item, itemName, value, style)).join('');
  return traits.xmlFlattened ? items : element(name, items);
}

function writeMap(schema: NormalizedSchema, name: string, map: Structure, style: XmlStyle): string {
  const flat = (schema.getMergedTraits() as XmlTraits).xmlFlattened;
  const keyName = (schema.getKeySchema().getMergedTraits() as XmlTraits).xmlName ?? 'key';
  const valueSchema = schema.getValueSchema();
  const valueName = (valueSchema.getMergedTraits() as XmlTraits).xmlName ?? 'value';
  const entries = Object.entries(map).map(([key, value]) =>
    element(
      flat ? name : 'entry',
      element(keyName, escapeXml(key)) + writeElement(valueSchema, valueName, value, style),
    ),
  );
  return flat ? entries.join('') : element(name, entries.join(''));
}

function attributesOf(schema: NormalizedSchema, value: Structure, style: XmlStyle): string {
  const namespace = (schema.getMergedTraits() as XmlTraits).xmlNamespace;
  let text = namespace ? ` xmlns${namespace[0] ? `:${namespace[0]}` : ''}="${escapeXml(namespace[1])}"` : '';
  for (const [name, member] of schema.structIterator()) {
    const traits = member.getMergedTraits() as XmlTraits;
    if (!traits.xmlAttribute || value[name] == null) continue;
    text += ` ${traits.xmlName ?? name}="${escapeXml(writeScalar(member, value[name], style.milliseconds))}"`;
  }
  return text;
}

function isHttpBound(traits: XmlTraits): boolean {
  return Boolean(
    traits.httpHeader ?? traits.httpPrefixHeaders ?? traits.httpPayload ?? traits.httpResponseCode,
  );
}
