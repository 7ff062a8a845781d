/** `npm run figures`: draws `figure.svg` of each course from `figure.yaml`, in every language. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { pagesFolder, readLocales, replaceFile } from '../../src/project/index.ts';
import { drawFigure } from './draw.ts';
import type { Figure } from './types.ts';

const { source, translations } = readLocales('.');
const pages = pagesFolder(source, source);
for (const course of readdirSync(pages)) {
  const file = join(pages, course, 'figure.yaml');
  if (!existsSync(file)) continue;
  const figure: Figure = parse(readFileSync(file, 'utf8'));
  for (const locale of [source, ...translations])
    replaceFile(join(pagesFolder(locale, source), course, 'figure.svg'), drawFigure(figure, locale));
  process.stdout.write(`${file}\n`);
}
