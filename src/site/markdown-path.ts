/** Where a page stands as Markdown: beside its HTML. Docusaurus ends the address of an overview with a slash. */
export function markdownPath(permalink: string): string {
  return `${permalink.replace(/\/$/, '')}.md`;
}
