/**
 * `npm run measure:code [-- <built site>]`: figures on how the code is cut and named, for a reader who asks whether it
 * became better. Prints one line a figure; exit code 0. The site is read from `build` where no other is named.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

const CODE = /\.tsx?$/;
const UNNAMED = new Set(['index', 'types']);

const filesBelow = (folder: string, pattern: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name).replaceAll('\\', '/'))
        .filter((file) => pattern.test(file) && !file.includes('/fixtures/'))
        .sort()
    : [];

const stem = (file: string): string => basename(file).replace(/\.(test\.)?tsx?$/, '');
const sources = ['src', 'plugins'].flatMap((folder) => filesBelow(folder, CODE));
const parsed = sources.map((file) => {
  const text = readFileSync(file, 'utf8');
  return { file, text, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) };
});

/** Imports of our own files for each 100 lines of code. */
function localImports(): string {
  let imports = 0;
  let lines = 0;
  for (const { text, tree } of parsed) {
    lines += text.split('\n').length;
    for (const statement of tree.statements) {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
      const from = statement.moduleSpecifier;
      if (from && ts.isStringLiteral(from) && from.text.startsWith('.')) imports += 1;
    }
  }
  return ((imports / lines) * 100).toFixed(1);
}

/** Share of the source files that have a test at the mirrored path. */
function mirroredTests(): string {
  const tests = new Set(filesBelow('test', /\.test\.tsx?$/));
  const tested = sources.filter((file) => !UNNAMED.has(stem(file)) && !file.endsWith('.d.ts'));
  const mirrored = tested.filter((file) => {
    const path = file.replace(/^src\//, '').replace(CODE, '.test.ts');
    return tests.has(`test/${path}`) || tests.has(`test/${path}x`);
  });
  return `${mirrored.length} of ${tested.length} (${Math.round((100 * mirrored.length) / tested.length)} %)`;
}

/** Exported names with a definition in more than one file. */
function ambiguousNames(): [string, string[]][] {
  const definitions = new Map<string, Set<string>>();
  for (const { file, tree } of parsed)
    for (const name of tree.statements.flatMap(exportedNames)) {
      definitions.set(name, (definitions.get(name) ?? new Set()).add(file));
    }
  return [...definitions]
    .filter(([, files]) => files.size > 1)
    .map(([name, files]): [string, string[]] => [name, [...files]])
    .sort(([, a], [, b]) => b.length - a.length);
}

function exportedNames(statement: ts.Statement): string[] {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  const has = (kind: ts.SyntaxKind) => modifiers?.some((modifier) => modifier.kind === kind) ?? false;
  if (!has(ts.SyntaxKind.ExportKeyword) || has(ts.SyntaxKind.DefaultKeyword)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  )
    return statement.name ? [statement.name.text] : [];
  return [];
}

function commonBasenames(): string[] {
  const counts = new Map<string, number>();
  for (const file of sources) counts.set(stem(file), (counts.get(stem(file)) ?? 0) + 1);
  return [...counts]
    .filter(([name, count]) => count >= 3 && !UNNAMED.has(name))
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`);
}

/** Opening of a docblock that begins with a relative clause instead of a verb or a noun. */
const RELATIVE = /^\s*\/\*\*\s*(?:\*\s*)?(?:What|Who|Whose|Where|Whether)\b/gm;

function relativeDocblocks(): string {
  const counts = parsed.map(({ text }) => text.match(RELATIVE)?.length ?? 0);
  return `${counts.reduce((sum, count) => sum + count, 0)} in ${counts.filter(Boolean).length} files`;
}

const ambiguous = ambiguousNames();
const basenames = commonBasenames();
/** Of the site in its source language: every language has as many. */
const chunks = filesBelow(join(process.argv[2] ?? 'build', 'assets/js'), /\.js$/);
/** Docusaurus names the chunk of a page by a hash; the steps of a course are one chunk, its routes another. */
const pageChunks = chunks.filter((file) => /^[\da-f]{8}\./.test(basename(file))).length;
const courseChunks = chunks.filter(
  (file) => basename(file).startsWith('practice-') || readFileSync(file, 'utf8').includes('.addChunkFiles)('),
).length;
const codeChunks = chunks.length - pageChunks - courseChunks;
const figures: [string, string][] = [
  ['source files', String(sources.length)],
  ['local imports per 100 lines', localImports()],
  ['source files with a mirrored test', mirroredTests()],
  ['exported names with several definitions', `${ambiguous.length}`],
  ['', ambiguous.map(([name, files]) => `${name} ${files.length}`).join(', ')],
  ['basenames of three or more files', `${basenames.length}`],
  ['', basenames.join(', ')],
  ['docblocks that open with a relative clause', relativeDocblocks()],
  [
    'JavaScript chunks of the built site',
    chunks.length > 0
      ? `${codeChunks} of code, ${pageChunks} of pages, ${courseChunks} of courses`
      : 'not built: run `npm run build`, or name the folder of a built site',
  ],
];
const lines = figures.map(([name, value]) => (name ? `${name.padEnd(44)}${value}\n` : `  ${value}\n`));
// A reader such as `head` may close the pipe before it has all.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.stdout.write(lines.join(''));
