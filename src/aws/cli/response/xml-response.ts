import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { generalError } from '../failures.ts';
import { reprText } from '../python/repr.ts';

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
