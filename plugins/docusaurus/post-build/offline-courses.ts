import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuiltSite, htmlFiles } from './built-site.ts';

/** In bytes: the shell, the account and the terminal are larger, and come with a course. */
const LARGEST_PART = 32 * 1024;
const COURSE = /^docs\/([^/]+?)(?:\.html|\/)/;
const isOfCourse = (name: string) => COURSE.test(name);
/** A command that makes a Lambda function: only its course needs what runs functions, which is large. */
const INVOKES = /\baws lambda create-function\b/;
const ofPractice = (course: string) => new RegExp(`/practice-${course}(?:--|\\.)`);
/** The manual of a command (`sts.12345678.json`) that a course calls, or of all commands. */
const isAskedFor = (manual: string, practised: readonly string[]) => {
  const command = manual.slice(0, manual.indexOf('.'));
  const call = command === 'aws' ? 'aws ' : `aws ${command} `;
  return practised.some((text) => text.includes(call));
};
const SCRIPT = /\/(assets\/js\/[^"'\s>]+\.js)/g;

/**
 * Writes `offline/<course>.json` for each course: the addresses of all that it needs without a network, its pages, what
 * they load, and what runs their commands.
 *
 * @returns the scripts of the frame, as paths below the locale's folder: those of pages outside of courses, and the small
 *   parts that any page may load
 */
export async function writeOfflineCourses({ folder, baseUrl, others }: BuiltSite): Promise<string[]> {
  const pages = await Promise.all(
    (await htmlFiles(folder, others)).map(async (name) => {
      const html = await readFile(join(folder, name), 'utf8');
      return { name, scripts: [...new Set([...html.matchAll(SCRIPT)].map(([, script = '']) => script))] };
    }),
  );
  const ofPages = new Set(pages.flatMap(({ scripts }) => scripts));
  const all = (await readdir(join(folder, 'assets/js'))).map((name) => `assets/js/${name}`);
  const onDemand = all.filter((script) => script.endsWith('.js') && !ofPages.has(script));
  const names = new Set(pages.flatMap(({ name }) => COURSE.exec(name)?.[1] ?? []));
  // Other chunks are called `practice-` too, such as the bar of the page.
  const practices = onDemand.filter((script) => [...names].some((name) => ofPractice(name).test(script)));
  const engine = onDemand.filter((script) => !practices.includes(script));

  const sizes = await Promise.all(engine.map(async (script) => (await stat(join(folder, script))).size));
  const parts = engine.filter((_, index) => (sizes[index] ?? 0) <= LARGEST_PART);
  const outside = pages.filter(({ name }) => !isOfCourse(name)).flatMap(({ scripts }) => scripts);

  const files = await readdir(join(folder, 'assets/files')).catch(() => []);
  const ofFunctions = files.filter((name) => name.endsWith('.wasm')).map((name) => `assets/files/${name}`);
  const manuals = files.filter((name) => name.endsWith('.json'));

  const courses = new Map<string, typeof pages>();
  for (const page of pages) {
    const course = COURSE.exec(page.name)?.[1];
    if (course) courses.set(course, [...(courses.get(course) ?? []), page]);
  }
  await mkdir(join(folder, 'offline'), { recursive: true });
  for (const [course, own] of courses) {
    const address = (name: string) => baseUrl + name.replace(/(?:^|\/)index\.html$|\.html$/, '');
    const ownPractices = practices.filter((script) => ofPractice(course).test(script));
    const assets = [
      ...own.flatMap(({ scripts }) => scripts),
      ...(ownPractices.length > 0 ? [...ownPractices, ...engine] : []),
    ];
    const practised = await Promise.all(ownPractices.map((script) => readFile(join(folder, script), 'utf8')));
    if (practised.some((text) => INVOKES.test(text))) assets.push(...ofFunctions);
    assets.push(
      ...manuals.filter((name) => isAskedFor(name, practised)).map((name) => `assets/files/${name}`),
    );
    const list = {
      pages: own.map(({ name }) => address(name)),
      assets: [...new Set(assets)].map((name) => baseUrl + name),
    };
    await writeFile(join(folder, `offline/${course}.json`), JSON.stringify(list));
  }
  return [...new Set([...outside, ...parts])];
}
