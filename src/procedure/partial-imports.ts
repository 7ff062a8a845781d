/** Imports of pages and partials, as they are written in the text. */

const DEFAULT_IMPORT = /^import[ \t]+([A-Z]\w*)[ \t]+from[ \t]+(?:'([^'*]+)'|"([^"*]+)")[ \t]*;?[ \t]*$/;

/** Finds the partial that a line imports, and the name that the page gives it. */
export function importedPartial(
  line: string,
  page: string,
): { readonly name: string; readonly file: string } | undefined {
  const [, name, single, double] = DEFAULT_IMPORT.exec(line) ?? [];
  const file = resolve(page, single ?? double ?? '');
  return name !== undefined && file !== undefined && isPartial(file) ? { name, file } : undefined;
}

/** Tells of each line whether it is outside of code blocks. */
export function proseLines(lines: readonly string[]): boolean[] {
  let open = '';
  return lines.map((line) => {
    const mark = /^[\s>]*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    const wasOpen = open !== '';
    if (!wasOpen) open = mark ?? '';
    else if (mark?.startsWith(open) && line.trim().endsWith(mark)) open = '';
    return !wasOpen && open === '';
  });
}

/** Divides a partial: its imports move to the top of the page. What it has at its top leaves empty lines. */
export function divided(text: string): {
  readonly imports: readonly string[];
  readonly body: readonly string[];
} {
  const lines = text.split(/\r?\n/);
  const isProse = proseLines(lines);
  const imports: string[] = [];
  const end =
    lines[0]?.trimEnd() === '---'
      ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
      : -1;
  let statement = '';
  const body = lines.map((line, index) => {
    if (index <= end) return '';
    if (!isProse[index] || (statement === '' && !/^import\s/.test(line))) return line;
    statement += `${line.trim()} `;
    if (/['"][^'"]+['"]\s*;?\s*$/.test(line)) {
      imports.push(statement.trim().replace(/;?$/, ';'));
      statement = '';
    }
    return '';
  });
  return { imports, body };
}

/** An import of a partial as the page would write it. */
export function seenFrom(page: string, partial: string, statement: string): string {
  if (folderOf(page) === folderOf(partial)) return statement;
  return statement.replace(/(['"])(\.[^'"]*)\1/, (quoted, quote: string, path: string) => {
    const target = resolve(partial, path);
    return target === undefined ? quoted : `${quote}@site/${target}${quote}`;
  });
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

const isPartial = (file: string): boolean => file.endsWith('.mdx') && /(?:^|\/)_[^/]*/.test(file);

/** Path of an imported file, relative to the project; undefined for a package, and outside of the project. */
function resolve(from: string, path: string): string | undefined {
  const whole = path.startsWith('@site/')
    ? path.slice('@site/'.length)
    : path.startsWith('.') && folderOf(from) + path;
  if (!whole) return undefined;
  const parts: string[] = [];
  for (const part of whole.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
