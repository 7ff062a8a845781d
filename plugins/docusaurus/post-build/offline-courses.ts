import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuiltSite, htmlFiles } from './built-site.ts';

const SCRIPT = /\/(assets\/js\/[^"'\s>]+\.js)/g;

/**
 * Writes `offline/<course>.json` for each course: the addresses of all that it needs without a network, its pages, what
 * they load, and what runs their commands.
 *
 * @returns the scripts that every page needs, as paths below the locale's folder
 */
export async function writeOfflineCourses({ folder, baseUrl, others }: BuiltSite): Promise<string[]> {
  const pages = await Promise.all(
    (await htmlFiles(folder, others)).map(async (name) => {
      const html = await readFile(join(folder, name), 'utf8');
      return { name, scripts: [...new Set([...html.matchAll(SCRIPT)].map(([, script = '']) => script))] };
    }),
  );
  const frame = pages.find(({ name }) => name === '404.html')?.scripts ?? [];
  const ofPages = new Set(pages.flatMap(({ scripts }) => scripts));
  const all = (await readdir(join(folder, 'assets/js'))).map((name) => `assets/js/${name}`);
  const onDemand = all.filter((script) => script.endsWith('.js') && !ofPages.has(script));
  const practices = onDemand.filter((script) => /\/practice-/.test(script));
  const engine = onDemand.filter((script) => !practices.includes(script));

  const courses = new Map<string, typeof pages>();
  for (const page of pages) {
    const course = /^docs\/([^/]+?)(?:\.html|\/)/.exec(page.name)?.[1];
    if (course) courses.set(course, [...(courses.get(course) ?? []), page]);
  }
  await mkdir(join(folder, 'offline'), { recursive: true });
  for (const [course, own] of courses) {
    const address = (name: string) => baseUrl + name.replace(/(?:^|\/)index\.html$|\.html$/, '');
    const ownPractices = practices.filter((script) =>
      new RegExp(`/practice-${course}(?:--|\\.)`).test(script),
    );
    const assets = [
      ...own.flatMap(({ scripts }) => scripts),
      ...(ownPractices.length > 0 ? [...ownPractices, ...engine] : []),
    ];
    const list = {
      pages: own.map(({ name }) => address(name)),
      assets: [...new Set(assets)].map((name) => baseUrl + name),
    };
    await writeFile(join(folder, `offline/${course}.json`), JSON.stringify(list));
  }
  return frame;
}
