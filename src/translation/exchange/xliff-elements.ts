/** XLIFF 2.0 (OASIS), what most programs of translators read and write, as the parser and the builder have it. */

/** Settings of parser and builder alike. */
export const XML_SETTINGS = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
} as const;

/** Element: its children by its name, its attributes by `:@`. */
export type Element = Readonly<Record<string, unknown>>;

export const xmlElement = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: Element[],
): Element => ({ [name]: children, ':@': attributes });

export const textElement = (text: string): Element => ({ '#text': text });

export const attributesOf = (node: Element) =>
  (node[':@'] ?? {}) as Readonly<Record<string, string | undefined>>;

export function childrenOf(node: Element): Element[] {
  const name = Object.keys(node).find((key) => key !== ':@');
  const children = name === undefined ? undefined : node[name];
  return Array.isArray(children) ? children : [];
}

/** Returns the children of a name. */
export const childrenNamed = (node: Element, name: string): Element[] =>
  childrenOf(node).filter((child) => name in child);

/** Returns the elements of a name, also those inside of groups. */
export const elementsNamed = (node: Element, name: string): Element[] =>
  childrenOf(node).flatMap((child) => (name in child ? [child] : elementsNamed(child, name)));
