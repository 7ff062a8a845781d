interface ListedPage {
  readonly title: string;
  readonly description: string;
  readonly address: string;
}

/** The list of pages as https://llmstxt.org describes it. */
export function llmsText(
  pages: readonly ListedPage[],
  {
    site,
    description,
    courses,
  }: { readonly site: string; readonly description: string; readonly courses: string },
): string {
  const lines = pages.map((page) => `- [${page.title}](${page.address}): ${page.description}`);
  return `# ${site}\n\n> ${description}\n\n## ${courses}\n\n${lines.join('\n')}\n`;
}
