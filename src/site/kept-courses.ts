/** Courses that a browser keeps for times without a network, in caches that the service worker answers from. */

/** Caches of what is kept: `plugins/docusaurus/post-build/service-worker.ts` reads them. */
export const PAGES = 'tejun-pages';
export const ASSETS = 'tejun-assets';
/** Addresses of lists of courses that the reader has let go: they are not kept again where they are opened. */
const LEFT = 'tejun-left';

/** Addresses of all that a course needs without a network. */
interface OfflineCourse {
  readonly pages: readonly string[];
  /** Index of the course. */
  readonly search: string;
  readonly assets: readonly string[];
}

/** `coming`: it is being fetched. `failed`: it was asked for, and could not be kept. */
export type Keeping = 'no' | 'coming' | 'kept' | 'failed';

/** Address of the list of a course, which names it here. */
export const courseListUrl = (baseUrl: string, course: string): string => `${baseUrl}offline/${course}.json`;

const states = new Map<string, Keeping>();
/** Lists of courses that are kept as they are now. */
const current = new Set<string>();
const listeners = new Set<() => void>();

/** Tells how a course is kept; undefined until that was looked up. */
export const keepingOf = (list: string): Keeping | undefined => states.get(list);

export function subscribeToKeptCourses(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function tell(list: string, state: Keeping): void {
  states.set(list, state);
  for (const listener of listeners) listener();
}

let last: Promise<void> = Promise.resolve();
/** Runs one after the other, in the order in which it was asked for: a course is not let go while it comes. */
const inTurn = (work: () => Promise<void>): Promise<void> => {
  last = last.then(work).catch(() => undefined);
  return last;
};

/** Looks up whether a course is kept. */
export const lookUpKeptCourse = (list: string): Promise<void> =>
  inTurn(async () => tell(list, (await isKept(list)) ? 'kept' : 'no'));

/** Keeps a course that is read, or what of it has changed since; not one that its reader has let go. */
export const keepOpened = (list: string): Promise<void> =>
  inTurn(async () => {
    if (current.has(list) || (await (await caches.open(LEFT)).match(list))) return;
    // Without a network, or without room: the course is read as before, and kept another time.
    await keep(list).catch(async () => tell(list, (await isKept(list)) ? 'kept' : 'no'));
  });

/** Keeps a course for a reader who asks for it, and asks the browser not to throw it away where room gets short. */
export const keepWanted = (baseUrl: string, list: string): Promise<void> => {
  tell(list, 'coming');
  return inTurn(async () => {
    try {
      await registerWorker(baseUrl);
      await (await caches.open(LEFT)).delete(list);
      // Some browsers ask their reader: nothing waits for the answer.
      void navigator.storage?.persist?.().catch(() => false);
      await keep(list);
    } catch {
      tell(list, 'failed');
    }
  });
};

/** Starts what answers without a network; a second time, it is only looked whether there is a newer one. */
export const registerWorker = (baseUrl: string): Promise<ServiceWorkerRegistration> =>
  navigator.serviceWorker.register(`${baseUrl}sw.js`);

/** Removes a course from the device, but for what other courses need too. */
export const letGo = (list: string): Promise<void> =>
  inTurn(async () => {
    await (await caches.open(LEFT)).put(list, new Response());
    const pages = await caches.open(PAGES);
    const kept: OfflineCourse | undefined = await (await pages.match(list))?.json();
    await pages.delete(list);
    current.delete(list);
    tell(list, 'no');
    if (!kept) return;
    for (const page of [...kept.pages, kept.search]) await pages.delete(page, { ignoreSearch: true });
    const wanted = await wantedAssets();
    const assets = await caches.open(ASSETS);
    for (const asset of kept.assets) if (!wanted.has(asset)) await assets.delete(asset);
  });

/** The list is kept last: where it is, all is. */
const isKept = async (list: string): Promise<boolean> =>
  (await (await caches.open(PAGES)).match(list)) !== undefined;

async function keep(list: string): Promise<void> {
  if (!(await isKept(list))) tell(list, 'coming');
  const response = await fetch(list);
  if (!response.ok) throw new Error(`${list}: ${response.status}`);
  const { pages, search, assets }: OfflineCourse = await response.clone().json();
  await addMissing(assets);
  const cache = await caches.open(PAGES);
  await Promise.all([...pages, search].map((one) => cache.add(one)));
  await cache.put(list, response);
  current.add(list);
  tell(list, 'kept');
  await forgetOldAssets();
}

/** Names of assets change with their content: what is there needs no second look. */
async function addMissing(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(ASSETS);
  const present = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await Promise.all(addresses.filter((one) => !present.has(one)).map((one) => cache.add(one)));
}

const MOST_ASSETS = 1_000;

/** Deployments leave assets behind that no course asks for any more. */
async function forgetOldAssets(): Promise<void> {
  const cache = await caches.open(ASSETS);
  const keys = await cache.keys();
  if (keys.length <= MOST_ASSETS) return;
  const wanted = await wantedAssets();
  const old = keys.filter(({ url }) => !wanted.has(new URL(url).pathname));
  for (const key of old.slice(0, keys.length - MOST_ASSETS)) await cache.delete(key);
}

/** Paths of the assets of all courses that are kept. */
async function wantedAssets(): Promise<Set<string>> {
  const cache = await caches.open(PAGES);
  const lists = (await cache.keys()).filter(({ url }) => /\/offline\/[^/]+\.json$/.test(url));
  const kept = await Promise.all(
    lists.map(async (key): Promise<OfflineCourse | undefined> => (await cache.match(key))?.json()),
  );
  return new Set(kept.flatMap((course) => course?.assets ?? []));
}
