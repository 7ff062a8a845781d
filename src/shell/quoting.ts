/**
 * Returns a word of shell source that stands for exactly this text.
 *
 * @example quoted("it's") // 'it'\''s'
 */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
