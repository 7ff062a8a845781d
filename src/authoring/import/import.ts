import { withElapse } from './elapse.ts';
import { findFormat } from './format.ts';
import { stepsWithResults, withTitle } from './items.ts';
import { makeValid } from './make-valid.ts';
import { readMarkdown } from './readers/markdown/index.ts';
import { readPlain } from './readers/plain/index.ts';
import { readRest } from './readers/rest/index.ts';
import { recognise } from './recognise.ts';
import type { Document, Imported, ImportedItem, SourceFormat, Uncertain } from './types.ts';

const readers: Readonly<Record<SourceFormat, (text: string) => Document>> = {
  markdown: readMarkdown,
  rest: readRest,
  plain: readPlain,
};

export interface ImportOptions {
  /** The old text's name: its extension tells the format. */
  readonly file?: string;
  readonly format?: SourceFormat;
}

/** Makes a page of an existing procedure. Never throws, and loses no line: what it cannot carry over, it keeps and names. */
export function importText(
  text: string,
  { file, format = findFormat(text, file) }: ImportOptions = {},
): Imported {
  const document = readers[format](text);
  const { title, items } = withTitle(document, recognise(document.blocks));
  const settled = makeValid({
    title,
    frontMatter: document.frontMatter,
    items: withElapse(stepsWithResults(items)),
  });
  return {
    format,
    mdx: settled.mdx,
    uncertain: doubtsIn(settled.items).sort((a, b) => a.line - b.line),
  };
}

function doubtsIn(items: readonly ImportedItem[]): Uncertain[] {
  return items.flatMap((item): Uncertain[] => {
    if (item.kind === 'container') return doubtsIn(item.items);
    if (item.kind !== 'doubt') return [];
    const { line, endLine, message, fix } = item;
    return [{ line, endLine, message, fix }];
  });
}
