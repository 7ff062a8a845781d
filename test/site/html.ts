/** Reads what a reader of the built pages sees, from minified HTML of a known make. */

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&amp;': '&',
};

function text(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => entities[entity] ?? entity);
}

export interface Figure {
  readonly role: string;
  readonly caption: string;
  /** The step's number on its page; a result has none. */
  readonly number: string | undefined;
  /** The lines of the code block. */
  readonly body: string;
}

export function figures(html: string): Figure[] {
  return [...html.matchAll(/<figure[^>]*data-role="?(\w+)"?[^>]*>(.*?)<\/figure>/gs)].map(
    ([, role = '', inner = '']) => ({
      role,
      ...captionOf(/<figcaption[^>]*>(.*?)<\/figcaption>/s.exec(inner)?.[1] ?? ''),
      body: text(
        // The caption of a file has its name in code.
        (/<\/figcaption>.*?<code[^>]*>(.*?)<\/code>/s.exec(inner)?.[1] ?? '').replace(
          /<br\/?>(?:\n)?<\/div>/g,
          '\n</div>',
        ),
      ).replace(/\n$/, ''),
    }),
  );
}

function captionOf(inner: string): Pick<Figure, 'caption' | 'number'> {
  const [numbered = '', number] = /^<span[^>]*>(\d+)<\/span>/.exec(inner) ?? [];
  return { number, caption: text(inner.slice(numbered.length)) };
}

/** Addresses inside the site that a page refers to. */
export function localAddresses(html: string): string[] {
  return [...html.matchAll(/\b(?:href|src)=["']?(\/[^"'\s>]*)/g)].map(([, address]) => address ?? '');
}
