import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cost, node } from './cost.ts';
import { courseName, generateSite } from './generated-site.ts';
import { median } from './median.ts';
import { type BrowserFacts, readerFacts } from './scale-reader.ts';
import { measureWriting, type WritingTimes } from './scale-writer.ts';
import type { Measure } from './table.ts';

/** Commands that name a course: what they cost must not grow with the other courses. */
const NAMED: readonly (readonly string[])[] = [
  ['doctest', courseName(1), '--plan'],
  ['doctest', courseName(1)],
  ['i18n', 'status', courseName(1)],
  ['i18n', 'check', courseName(1)],
  ['lint', `docs/${courseName(1)}`],
];
const ALL: readonly (readonly string[])[] = [
  ['doctest'],
  ['doctest', '--plan'],
  ['i18n', 'status'],
  ['lint'],
];

interface Facts {
  readonly commands: ReadonlyMap<string, number>;
  readonly build: { readonly seconds: number; readonly peakMiB: number } | undefined;
  readonly reader: BrowserFacts;
  readonly writer: WritingTimes;
}

/** Measures a site of so many courses beside a site of one, for its readers, its writers and on the command line. */
export async function measureScale(courses: number): Promise<Measure[]> {
  const one = await factsOf(1);
  const many = await factsOf(courses);
  const row = (
    what: string,
    read: (facts: Facts) => number | undefined,
    goal?: number,
    unit = '',
  ): Measure => {
    const [a, b] = [read(one), read(many)];
    const value = a === undefined || b === undefined ? undefined : b / a;
    return {
      what,
      value,
      unit: '×',
      goal,
      detail: `${b?.toFixed(2)} ${unit} beside ${a?.toFixed(2)} ${unit}`,
    };
  };
  const command = (words: readonly string[], goal?: number): Measure =>
    row(`tejun ${words.join(' ')}, CPU`, ({ commands }) => commands.get(words.join(' ')), goal, 's');
  const read = (what: string, name: keyof BrowserFacts, goal?: number, unit = 'KiB'): Measure =>
    row(what, ({ reader }) => reader[name], goal, unit);
  return [
    ...NAMED.map((words) => command(words, 1.2)),
    // A run of all is linear where a course costs no more among many.
    ...ALL.map((words) => command(words, courses)),
    row('build, CPU', ({ build }) => build?.seconds, courses, 's'),
    row('build, memory', ({ build }) => build?.peakMiB, undefined, 'MiB'),
    read('a page: HTML as sent', 'html', 1.05),
    read('a page: JavaScript as sent', 'script', 1.05),
    read('a page: CSS as sent', 'style', 1.05),
    read('what the service worker keeps, course of the page included', 'kept', 1.2),
    read('first search, from the address to the first hit', 'searchMs', 1.5, 'ms'),
    ...(['home', 'docs', 'translations'] as const).map(
      (name): Measure => ({
        what: `elements of ${name} with ${courses} courses`,
        value: many.reader[name],
        unit: 'elements',
        goal: 600,
        detail: `${one.reader[name]} with one course`,
      }),
    ),
    row('npm start, to the first page', ({ writer }) => writer.firstPage, 3, 's'),
    row('npm start, from a save to the page', ({ writer }) => writer.edit, 1.2, 's'),
  ];
}

async function factsOf(courses: number): Promise<Facts> {
  const root = generateSite(courses);
  try {
    const commands = new Map([...NAMED, ...ALL].map((words) => [words.join(' '), secondsOf(root, words)]));
    const out = join(root, 'build');
    const build = cost(node(join(root, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'), 'build'), {
      cwd: root,
    });
    return {
      commands: new Map(
        [...commands].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
      build: build && { seconds: build.cpu, peakMiB: build.peakMiB },
      reader: await readerFacts(out, `/docs/${courseName(1)}/page-1`),
      writer: await measureWriting(root, courseName(1)),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The median of three runs, after one that fills the cache of parsed pages. */
function secondsOf(root: string, words: readonly string[]): number | undefined {
  const command = node(join(import.meta.dirname, '../bin/tejun.js'), ...words, '--root', root);
  const costs = Array.from({ length: 4 }, () => cost(command, { cwd: root })?.cpu);
  const measured = costs.slice(1).filter((seconds) => seconds !== undefined);
  return measured.length > 0 ? median(measured) : undefined;
}
