/**
 * `npm run prose [-- FILE...]`: the words of pages and documents. Japanese by textlint's rules for technical writing,
 * English by a dictionary, both by `glossary.yml`. Exit code 1 where something is to be fixed.
 */
import { readFileSync } from 'node:fs';
import { checkProse } from './prose/check.ts';
import { findDocuments } from './prose/documents.ts';
import { readGlossary } from './prose/glossary.ts';

const asked = process.argv.slice(2);
const documents = findDocuments().filter(({ file }) => asked.length === 0 || asked.includes(file));
if (documents.length === 0) throw new Error(`No document is called ${asked.join(', ')}.`);
const glossary = readGlossary();
let count = 0;
for (const { file, language } of documents) {
  for (const { line, column, message } of await checkProse(readFileSync(file, 'utf8'), language, glossary)) {
    process.stdout.write(`${file}:${line}:${column}  ${message}\n`);
    count += 1;
  }
}
process.stdout.write(
  count === 0 ? `${documents.length} documents, nothing to fix.\n` : `\n${count} to fix.\n`,
);
if (count > 0) process.exitCode = 1;
