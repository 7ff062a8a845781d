/** Tells whether a text has every word of a query. Case and width make no difference. */
export function containsWords(text: string, query: string): boolean {
  const known = plain(text);
  return plain(query)
    .split(/\s+/)
    .every((word) => known.includes(word));
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
