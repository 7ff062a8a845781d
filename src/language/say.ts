/** Values of a text; `null` and the like are written as a template literal writes them. */
type Value = string | number | boolean | null | undefined;

/** Texts by the English ones, each value as `{0}`, `{1}`; undefined where English is spoken. */
let texts: Readonly<Record<string, string>> | undefined;

/** Takes the texts of another language, or goes back to English. */
export function speak(others: typeof texts): void {
  texts = others;
}

/**
 * Says a sentence in the language of the person. The English one stands where it is said, and is the key of the others
 * in `ja.json`: a test finds each `say` in the sources and holds the two together.
 *
 * @example say`${file} cannot be read.` // "a.mdx cannot be read.", "a.mdxを読み込めません。"
 */
export function say(parts: TemplateStringsArray, ...values: readonly Value[]): string {
  const other = texts?.[messageKey(parts)];
  if (other === undefined) return String.raw({ raw: parts }, ...values);
  return other.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)]));
}

/** The key of a sentence in the catalogue: `{0} cannot be read.` */
export const messageKey = (parts: readonly string[]): string =>
  parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`);

/** Counts: `1 step`, `2 steps`. The key is `{0} step`. */
export function counted(count: number, noun: string): string {
  const other = texts?.[`{0} ${noun}`];
  return other?.replace('{0}', String(count)) ?? `${count} ${noun}${count === 1 ? '' : 's'}`;
}
