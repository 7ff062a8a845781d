/** Partials that hold steps: their text is read as a part of each page that shows it, and rendered as such. */
import { divided, importedPartial, proseLines, seenFrom } from './partial-imports.ts';
import { inReadingOrder, problemAt } from './problems.ts';
import type { Problem } from './types.ts';

/** A page with the partials that it shows. */
export interface IncludedText {
  /** Each `<Part />` is the text of its partial, between two comments that say where it comes from. */
  readonly text: string;
  /** Files that hold steps and are shown, also by one another. */
  readonly partials: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads a file of the project; undefined where there is none. */
export type ReadPartial = (file: string) => string | undefined;

const FENCE = /^[ \t]*(?:`{3,}|~{3,})([^`\n]*)/gm;
const ROLE = /\s(?:env|check|command|setup|cleanup|file=)/;
const ELAPSE = /^[ \t]*<Elapse\b/m;

/** Tells whether a text has a step, as far as lines tell: what it shows is read with a page. */
export const holdsSteps = (text: string): boolean =>
  ELAPSE.test(text) || [...text.matchAll(FENCE)].some(([, info = '']) => ROLE.test(info));

interface Partial {
  readonly file: string;
  readonly lines: readonly string[];
  /** Partials within it. */
  readonly inner: readonly string[];
}

/**
 * Puts the partials that hold steps into the text of a page: `import Part from './_part.mdx'`, and `<Part />` on a line
 * of its own.
 *
 * @param file path of the page, relative to the project
 */
export const includePartials = (
  text: string,
  file: string,
  read: ReadPartial,
  { keepsImports = false }: IncludeOptions = {},
): IncludedText => include(text, [file], { read, keepsImports });

interface IncludeOptions {
  /** Leaves the imports of the page where they are, although nothing uses them any more. */
  readonly keepsImports?: boolean;
}

interface Inclusion extends Required<IncludeOptions> {
  readonly read: ReadPartial;
}

/** `trail`: the page, then the partials in one another down to this text. */
function include(text: string, trail: readonly string[], inclusion: Inclusion): IncludedText {
  const file = trail.at(-1) ?? '';
  if (!file.endsWith('.mdx') || !/^import\s[^\n]*[/'"]_/m.test(text))
    return { text, partials: [], problems: [] };
  const lines = text.split(/\r?\n/);
  const isProse = proseLines(lines);
  const problems: Problem[] = [];
  const partials = new Map<string, Partial>();
  for (const [index, line] of lines.entries()) {
    const imported = isProse[index] ? importedPartial(line, file) : undefined;
    if (!imported) continue;
    const found = open(imported.file, { ...inclusion, file, line: index + 1, trail });
    problems.push(...found.problems);
    if (!holdsSteps(found.text)) continue;
    const { imports, body } = divided(found.text);
    partials.set(imported.name, { file: imported.file, lines: body, inner: found.partials });
    const missing = imports
      .map((one) => seenFrom(file, imported.file, one))
      .filter((one) => !text.includes(one));
    lines[index] = [...(inclusion.keepsImports ? [line] : []), ...missing].join(' ');
  }
  if (partials.size === 0) return { text, partials: [], problems };
  const used = new Set<Partial>();
  const shown = lines.map((line, index) => {
    const name = isProse[index] ? /<([A-Z]\w*)\b/.exec(line)?.[1] : undefined;
    const partial = name === undefined ? undefined : partials.get(name);
    if (!partial || name === undefined) return line;
    used.add(partial);
    const indent = /^([ \t]*)<\w+[ \t]*\/>[ \t]*$/.exec(line)?.[1];
    if (indent !== undefined) return included(partial, indent);
    const place = { line: index + 1, column: line.indexOf(`<${name}`) + 1 };
    problems.push(problemAt(file, place, 'partial-not-alone', name));
    return line;
  });
  const files = [...used].flatMap(({ file: own, inner }) => [own, ...inner]);
  return { text: shown.join('\n'), partials: [...new Set(files)], problems: inReadingOrder(problems) };
}

interface Opening extends Inclusion {
  /** File that imports it. */
  readonly file: string;
  readonly line: number;
  readonly trail: readonly string[];
}

/** Reads a partial with the partials in it; no text where it cannot be read. */
function open(partial: string, { file, line, trail, ...inclusion }: Opening): IncludedText {
  const failed = (code: 'partial-cycle' | 'missing-partial'): IncludedText => {
    const problem = problemAt(file, { line, column: 1 }, code, partial);
    return { text: '', partials: [], problems: [problem] };
  };
  if (trail.includes(partial)) return failed('partial-cycle');
  const source = inclusion.read(partial);
  return source === undefined ? failed('missing-partial') : include(source, [...trail, partial], inclusion);
}

/** Comments around a partial, in a text with partials. */
export const BEGIN = /^([ \t]*)\{\/\* tejun-partial (.+) \*\/\}$/;
export const END = '{/* tejun-partial-end */}';

function included({ file, lines }: Partial, indent: string): string {
  const body = lines.map((line) => (line === '' ? '' : indent + line));
  return [`${indent}{/* tejun-partial ${file} */}`, ...body, '', indent + END].join('\n');
}
