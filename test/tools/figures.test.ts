import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { pagesFolder, readLocales } from '../../src/project/index.ts';
import { drawFigure } from '../../tools/figures/draw.ts';
import type { Figure } from '../../tools/figures/types.ts';

const { source, translations } = readLocales('.');
const figures = readdirSync('docs').filter((course) => existsSync(`docs/${course}/figure.yaml`));

const read = (course: string): Figure => parse(readFileSync(`docs/${course}/figure.yaml`, 'utf8'));

test('there are figures', () => {
  expect(figures.length).toBeGreaterThan(0);
});

test.each(figures)('the figure of %s is drawn from its source, in every language', (course) => {
  for (const locale of [source, ...translations]) {
    const drawn = readFileSync(`${pagesFolder(locale, source)}/${course}/figure.svg`, 'utf8');
    expect(drawn, 'run npm run figures').toBe(drawFigure(read(course), locale));
  }
});

test('an arrow to a box that is not there names those that are', () => {
  const figure: Figure = {
    title: 'x',
    boxes: [{ id: 'a', at: [0, 0], text: 'a' }],
    arrows: [{ from: 'a', to: 'b' }],
  };
  expect(() => drawFigure(figure, 'ja')).toThrow('No box has the id b. Name one of a.');
});

test('text is escaped', () => {
  const figure: Figure = { title: '<1>', boxes: [{ id: 'a', at: [0, 0], text: 'a & b' }] };
  expect(drawFigure(figure, 'en')).toContain('<title>&lt;1&gt;</title>');
  expect(drawFigure(figure, 'en')).toContain('a &amp; b');
});
