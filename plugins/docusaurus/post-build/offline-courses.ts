import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChunkTables, PRACTICES } from '../course-routes/chunk-files.ts';
import { courseFile } from '../search-index/index-files.ts';
import { type BuiltSite, courseOfFile, htmlFiles } from './built-site.ts';

/** In bytes: the shell, the account and the terminal are larger, and come with a course. */
const LARGEST_PART = 32 * 1024;
const isOfCourse = (name: string) => courseOfFile(name) !== undefined;
/** Home, and the page of what is not there, show it: see `../practices/bundling.ts`. */
const LIST_OF_COURSES = /\/courses\.[^/]+\.js$/;
/** A command that makes a Lambda function: only its course needs what runs functions, which is large. */
const INVOKES = /\baws lambda create-function\b/;
const isPracticeOf = (course: string) => (name: string) =>
  name === `practice-${course}` || name.startsWith(`practice-${course}--`);
/** The manual of a command (`sts.12345678.json`) that a course calls, or of all commands. */
const isAskedFor = (manual: string, practised: readonly string[]) => {
  const command = manual.slice(0, manual.indexOf('.'));
  const call = command === 'aws' ? 'aws ' : `aws ${command} `;
  return practised.some((text) => text.includes(call));
};
const SCRIPT = /\/(assets\/js\/[^"'\s>]+\.js)/g;

/**
 * Writes `offline/<course>.json` for each course: the addresses of all that it needs without a network, its pages, what
 * they load, what runs their commands, and what is searched.
 *
 * @param tables where the chunks of courses and their practices are
 * @returns the scripts of the frame, as paths below the locale's folder: those of pages outside of courses, and the small
 *   parts that any page may load
 */
export async function writeOfflineCourses(
  { folder, baseUrl, others }: BuiltSite,
  { [PRACTICES]: practices, ...tables }: ChunkTables,
): Promise<string[]> {
  const pages = await Promise.all(
    (await htmlFiles(folder, others)).map(async (name) => {
      const html = await readFile(join(folder, name), 'utf8');
      return { name, scripts: [...new Set([...html.matchAll(SCRIPT)].map(([, script = '']) => script))] };
    }),
  );
  const ofCourses = Object.values(tables).flatMap(({ file, chunks }) => [file, ...Object.values(chunks)]);
  const owned = new Set([
    ...pages.flatMap(({ scripts }) => scripts),
    ...ofCourses,
    ...Object.values(practices?.chunks ?? {}),
  ]);
  const all = (await readdir(join(folder, 'assets/js'))).map((name) => `assets/js/${name}`);
  const engine = all.filter((script) => script.endsWith('.js') && !owned.has(script));

  const sizes = await Promise.all(engine.map(async (script) => (await stat(join(folder, script))).size));
  const parts = engine.filter(
    (script, index) => (sizes[index] ?? 0) <= LARGEST_PART || LIST_OF_COURSES.test(script),
  );
  const outside = pages.filter(({ name }) => !isOfCourse(name)).flatMap(({ scripts }) => scripts);

  const files = await readdir(join(folder, 'assets/files')).catch(() => []);
  const ofFunctions = files.filter((name) => name.endsWith('.wasm')).map((name) => `assets/files/${name}`);
  const manuals = files.filter((name) => name.endsWith('.json'));

  const courses = new Map<string, typeof pages>();
  for (const page of pages) {
    const course = courseOfFile(page.name);
    if (course) courses.set(course, [...(courses.get(course) ?? []), page]);
  }
  await mkdir(join(folder, 'offline'), { recursive: true });
  for (const [course, own] of courses) {
    const address = (name: string) => baseUrl + name.replace(/(?:^|\/)index\.html$|\.html$/, '');
    const ownPractices = Object.entries(practices?.chunks ?? {}).flatMap(([name, script]) =>
      isPracticeOf(course)(name) ? script : [],
    );
    const assets = [
      ...own.flatMap(({ scripts }) => scripts),
      ...Object.values(tables[course]?.chunks ?? {}),
      ...(ownPractices.length > 0 ? [...ownPractices, ...engine] : []),
    ];
    const practised = await Promise.all(ownPractices.map((script) => readFile(join(folder, script), 'utf8')));
    if (practised.some((text) => INVOKES.test(text))) assets.push(...ofFunctions);
    assets.push(
      ...manuals.filter((name) => isAskedFor(name, practised)).map((name) => `assets/files/${name}`),
    );
    const list = {
      pages: own.map(({ name }) => address(name)),
      search: baseUrl + courseFile(course),
      assets: [...new Set(assets)].map((name) => baseUrl + name),
    };
    await writeFile(join(folder, `offline/${course}.json`), JSON.stringify(list));
  }
  return [...new Set([...outside, ...parts])];
}
