import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import config from '../../../docusaurus.config.ts';
import sidebars from '../../../sidebars.ts';

/** `tejun i18n check` compares languages: what the source language has must be what the site shows. */
test("the labels of the navigation are the configuration's", () => {
  const { navbar } = config.themeConfig as { navbar: { items: { label?: string }[] } };
  const labels = navbar.items.flatMap(({ label }) => (label === undefined ? [] : `item.label.${label}`));
  const file = 'i18n/ja/docusaurus-theme-classic/navbar.json';
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).toEqual(labels);
});

test('each course has a sidebar of the name by which its labels are looked up', () => {
  const courses = readdirSync('docs', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(Object.keys(sidebars)).toEqual(courses.map(({ name }) => name));
  expect(courses.length).toBeGreaterThan(0);
});
