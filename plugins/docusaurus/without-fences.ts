/** Removes the code blocks of a page, whose source is Markdown. */
export function withoutFences(source: string): string {
  const prose: string[] = [];
  let open: string | undefined;
  for (const line of source.split('\n')) {
    const marker = /^ *(`{3,}|~{3,})/.exec(line)?.[1];
    if (open !== undefined) open = marker?.startsWith(open) ? undefined : open;
    else if (marker !== undefined) open = marker;
    else prose.push(line);
  }
  return prose.join('\n');
}
