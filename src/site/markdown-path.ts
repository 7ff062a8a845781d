/** Returns the path of a page's Markdown, beside its HTML. Docusaurus ends the address of an overview with a slash. */
export function markdownPath(permalink: string): string {
  return `${permalink.replace(/\/$/, '')}.md`;
}
