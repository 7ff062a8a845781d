import { beforeEach, expect, test, vi } from 'vitest';

/** Addresses in the caches of a browser, by cache and path. */
let stored: Map<string, Map<string, Response>>;
/** Files of a site: what a reader can fetch. Those of a course that shares its frame with another. */
let files: Map<string, string>;
let asked: string[];

const listText = (course: string) =>
  JSON.stringify({
    pages: [`/docs/${course}`, `/docs/${course}/one`],
    search: `/search-index/course-${course}.json`,
    assets: ['/assets/js/engine.js', `/assets/js/${course}.js`],
  });

beforeEach(() => {
  stored = new Map();
  asked = [];
  files = new Map(
    ['a', 'b'].flatMap((course) => [
      [`/offline/${course}.json`, listText(course)] as const,
      ...[`/docs/${course}`, `/docs/${course}/one`, `/search-index/course-${course}.json`].map(
        (path) => [path, path] as const,
      ),
      ...['/assets/js/engine.js', `/assets/js/${course}.js`].map((path) => [path, path] as const),
    ]),
  );
  const fetchFile = async (path: string) => {
    asked.push(path);
    const text = files.get(path);
    if (text === undefined) throw new TypeError('no network');
    return new Response(text);
  };
  const open = async (name: string) => {
    const own = stored.get(name) ?? new Map<string, Response>();
    stored.set(name, own);
    return {
      add: async (path: string) => void own.set(path, await fetchFile(path)),
      put: async (path: string, response: Response) => void own.set(path, response),
      match: async (request: string | { url: string }) =>
        own.get(typeof request === 'string' ? request : new URL(request.url).pathname)?.clone(),
      delete: async (path: string) => own.delete(path),
      keys: async () => [...own.keys()].map((path) => ({ url: `https://site.example${path}` })),
    };
  };
  vi.stubGlobal('fetch', fetchFile);
  vi.stubGlobal('caches', { open });
  vi.stubGlobal('navigator', { serviceWorker: { register: async () => ({}) } });
  vi.resetModules();
});

/** The module as a page loads it anew. */
const courses = () => import('../../src/site/kept-courses.ts');
const pathsIn = (cache: string) => [...(stored.get(cache)?.keys() ?? [])].sort();
const [A, B] = ['/offline/a.json', '/offline/b.json'];

test('a course that is opened is kept whole, and once a visit', async () => {
  const { keepingOf, keepOpened, lookUpKeptCourse } = await courses();
  await lookUpKeptCourse(A);
  expect(keepingOf(A)).toBe('no');
  await keepOpened(A);
  expect(keepingOf(A)).toBe('kept');
  expect(pathsIn('tejun-pages')).toEqual(['/docs/a', '/docs/a/one', A, '/search-index/course-a.json']);
  expect(pathsIn('tejun-assets')).toEqual(['/assets/js/a.js', '/assets/js/engine.js']);
  asked.length = 0;
  await keepOpened(A);
  expect(asked).toEqual([]);
  vi.resetModules();
  const nextVisit = await courses();
  await nextVisit.keepOpened(A);
  // Pages are read again, for they may have been corrected. Assets change their names.
  expect(asked).toEqual([A, '/docs/a', '/docs/a/one', '/search-index/course-a.json']);
});

test('a course that its reader lets go leaves what another needs, and is not kept when it is opened again', async () => {
  const { keepingOf, keepOpened, keepWanted, letGo } = await courses();
  await keepOpened(A);
  await keepOpened(B);
  await letGo(A);
  expect(keepingOf(A)).toBe('no');
  expect(pathsIn('tejun-pages')).toEqual(['/docs/b', '/docs/b/one', B, '/search-index/course-b.json']);
  expect(pathsIn('tejun-assets')).toEqual(['/assets/js/b.js', '/assets/js/engine.js']);
  await keepOpened(A);
  expect(keepingOf(A)).toBe('no');
  expect(pathsIn('tejun-pages')).not.toContain('/docs/a');
  await keepWanted('/', A);
  expect(keepingOf(A)).toBe('kept');
  await letGo(B);
  await letGo(A);
  expect([...pathsIn('tejun-pages'), ...pathsIn('tejun-assets')]).toEqual([]);
});

test('a course of which a part cannot be had is not called kept, and is tried again', async () => {
  const { keepingOf, keepOpened, keepWanted } = await courses();
  files.delete('/docs/a/one');
  await keepOpened(A);
  expect(keepingOf(A)).toBe('no');
  await keepWanted('/', A);
  expect(keepingOf(A)).toBe('failed');
  files.set('/docs/a/one', '');
  await keepOpened(A);
  expect(keepingOf(A)).toBe('kept');
});

test('a course that was kept stays so where there is no network for what has changed', async () => {
  await (await courses()).keepOpened(A);
  vi.resetModules();
  files.clear();
  const { keepingOf, keepOpened } = await courses();
  await keepOpened(A);
  expect(keepingOf(A)).toBe('kept');
});

test('what is pressed while a course comes is done when it has come', async () => {
  const { keepingOf, keepWanted, letGo, subscribeToKeptCourses } = await courses();
  const told: unknown[] = [];
  subscribeToKeptCourses(() => told.push(keepingOf(A)));
  await Promise.all([keepWanted('/', A), letGo(A)]);
  expect(told).toEqual(['coming', 'coming', 'kept', 'no']);
  expect(pathsIn('tejun-pages')).toEqual([]);
});
