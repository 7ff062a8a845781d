import { existsSync, readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { Imported, SourceFormat } from '../authoring/import/types.ts';
import { counted, say } from '../language/index.ts';
import { createFile, namedTarget, ownCommand, replaceFile } from '../project/index.ts';
import { PASSED, USAGE_ERROR } from './exit-codes.ts';

interface ImportCliOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly format?: SourceFormat;
}

const examples = (): string => say`
  tejun import old.txt                        prints the page; what to look at goes to stderr
  tejun import old.rst --out docs/course/page.mdx
  pbpaste | tejun import - --format plain     the text from a pipe

No line is lost: what cannot be carried over is shown as text, marked {/* import: ... */} and listed.
Then add the front matter (tejun: { requires: [...] }) and run: ${ownCommand('doctest page')}`;

/** Configures `tejun import`; `exit` receives the exit code. */
export function configureImport(command: Command, exit: (code: number) => void): void {
  command
    .argument('<file>', say`the old text; - reads it from a pipe`)
    .option('--out <file>', say`write the page there; stdout when left out`)
    .option('--force', say`write over a file that is there`)
    .addOption(
      new Option(
        '--format <format>',
        say`what the text is written in; seen from the text when left out`,
      ).choices(['markdown', 'rest', 'plain']),
    )
    .addHelpText('after', examples())
    .action(async (file: string, options: ImportCliOptions) => {
      exit(await importFile(file, options));
    });
}

async function importFile(file: string, { out, force, format }: ImportCliOptions): Promise<number> {
  const { decodeText, importText, unreadFormat } = await import('../authoring/import/index.ts');
  const { findDeepLine, findOversize, LARGEST_TEXT, LONGEST_LINE } = await import('../procedure/index.ts');
  const bytes = attempt(() => readFileSync(file === '-' ? 0 : file), say`${file} cannot be read`);
  if (!bytes) return USAGE_ERROR;
  const decoded = decodeText(bytes);
  if (!decoded) {
    console.error(
      say`${file} is no text in UTF-8, UTF-16, Shift_JIS, EUC-JP or ISO-2022-JP: save it as UTF-8.`,
    );
    return USAGE_ERROR;
  }
  const oversize = findOversize(decoded.text);
  if (oversize) {
    const { line, length } = oversize;
    const [what, most] =
      line === undefined ? [say`the text`, LARGEST_TEXT] : [say`line ${line}`, LONGEST_LINE];
    console.error(
      say`${file}: ${what} has ${length} characters, more than ${most}. Shorten it, or divide the text.`,
    );
    return USAGE_ERROR;
  }
  const deep = findDeepLine(decoded.text);
  if (deep) {
    console.error(
      say`${file}: line ${deep.line}: the text has too many lists and quotations in one another; here are ${deep.depth}. Divide the text.`,
    );
    return USAGE_ERROR;
  }
  const refused = format === undefined ? unreadFormat(decoded.text, file) : undefined;
  if (refused) {
    console.error(`${file}: ${refused}`);
    return USAGE_ERROR;
  }
  const imported = importText(decoded.text, { file, format });
  if (out === undefined) process.stdout.write(imported.mdx);
  else if (!write(out, imported.mdx, force)) return USAGE_ERROR;
  console.error(summary(file, decoded.encoding, imported, out));
  return PASSED;
}

/** Never over a file that is there, unless asked to. */
function write(out: string, mdx: string, force = false): boolean {
  try {
    const target = namedTarget(process.cwd(), out);
    if (force && existsSync(target)) replaceFile(target, mdx);
    else createFile(target, mdx);
    return true;
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    console.error(
      isThere
        ? say`${out} is there already: choose another name, or write over it with --force.`
        : say`${out} cannot be written: ${(error as Error).message}`,
    );
    return false;
  }
}

function attempt<Value>(action: () => Value, what: string): Value | undefined {
  try {
    return action();
  } catch (error) {
    console.error(`${what}: ${(error as Error).message}`);
    return undefined;
  }
}

const FORMATS: Readonly<Record<SourceFormat, string>> = {
  markdown: 'Markdown',
  rest: 'reStructuredText',
  plain: 'plain text',
};

function summary(file: string, encoding: string, { format, uncertain }: Imported, out = 'stdout'): string {
  const list = uncertain
    .map(({ line, message, fix }) => `${file}:${line}:1  ${message}\n    ${fix}\n`)
    .join('');
  return `${list}${list && '\n'}${file} (${FORMATS[format]}, ${encoding}) -> ${out}: ${
    uncertain.length === 0 ? say`nothing to look at.` : say`${counted(uncertain.length, 'place')} to look at.`
  }`;
}
