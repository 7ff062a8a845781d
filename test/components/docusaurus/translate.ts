/** In the place of `@docusaurus/Translate` for tests of components: the text in the code, or the English of `code.json`. */
import { readFileSync } from 'node:fs';
import { createElement, Fragment, type ReactNode } from 'react';

/** The language that texts are shown in: tests that change it set it back. */
export const shown: { locale: 'ja' | 'en' } = { locale: 'ja' };

const english: Record<string, { message: string }> = JSON.parse(readFileSync('i18n/en/code.json', 'utf8'));

const textOf = (id: string, message: string): string =>
  shown.locale === 'ja' ? message : (english[id]?.message ?? `no words for ${id}`);

export function translate(
  { id, message }: { readonly id: string; readonly message: string },
  values: Readonly<Record<string, string>> = {},
): string {
  return textOf(id, message).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

interface Props {
  readonly id: string;
  readonly children: string;
  readonly values?: Readonly<Record<string, ReactNode>>;
}

export default function Translate({ id, children, values = {} }: Props): ReactNode {
  const parts = textOf(id, children)
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? part : values[part]));
  return createElement(Fragment, null, ...parts);
}
