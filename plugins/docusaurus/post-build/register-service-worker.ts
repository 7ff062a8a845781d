/**
 * Runs in the browser. Registers the service worker, keeps the course that is read for times without a network,
 * announces a new version of the site, and takes it over at the next change of page. Keeps nothing for readers who ask
 * to save data.
 */
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import type { ClientModule } from '@docusaurus/types';
import siteConfig from '@generated/docusaurus.config';
import { newVersion } from '../../../src/site/new-version.ts';

const { baseUrl } = siteConfig;
const PAGES = 'tejun-pages';
const ASSETS = 'tejun-assets';

let registration: ServiceWorkerRegistration | undefined;
const kept = new Set<string>();

async function register(): Promise<void> {
  const { serviceWorker, connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!serviceWorker || connection?.saveData) return;
  registration = await serviceWorker.register(`${baseUrl}sw.js`);
  announceVersionsOf(registration);
  await serviceWorker.ready;
  await caches.open(PAGES).then((cache) => cache.add(baseUrl));
  await keepCourse(location.pathname);
}

/** Tells the reader of a version that has come while the page was open, or with it. */
function announceVersionsOf(registration: ServiceWorkerRegistration): void {
  const tell = () => {
    // The first one that this browser sees is no news.
    if (registration.waiting && registration.active) newVersion.offer(takeOver);
  };
  const watch = () => registration.installing?.addEventListener('statechange', tell);
  registration.addEventListener('updatefound', watch);
  watch();
  tell();
  // Browsers look for a version when a page is loaded, and a tab may stay open for days.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => {});
  });
}

/** Begins to use the version that waits, on the page at the address that the reader has come to. */
function takeOver(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
}

/** Addresses of all that a course needs without a network: see `offline-courses.ts`. */
interface OfflineCourse {
  readonly pages: readonly string[];
  /** Index of the course. */
  readonly search: string;
  readonly assets: readonly string[];
}

/** Keeps the course that an address belongs to: its pages, what they load, and what runs their commands. */
async function keepCourse(pathname: string): Promise<void> {
  const course =
    pathname.startsWith(`${baseUrl}docs/`) && pathname.slice(`${baseUrl}docs/`.length).split('/')[0];
  if (!course || !registration || kept.has(course)) return;
  kept.add(course);
  try {
    const response = await fetch(`${baseUrl}offline/${course}.json`);
    if (!response.ok) return;
    const { pages, search, assets }: OfflineCourse = await response.json();
    await keepMissing(ASSETS, assets);
    const cache = await caches.open(PAGES);
    await Promise.all([...pages, search].map((one) => cache.add(one)));
    await forgetOldAssets(assets);
  } catch {
    // Without a network, or without room: the course is read as before, and kept another time.
    kept.delete(course);
  }
}

/** Names of assets change with their content: what is there needs no second look. */
async function keepMissing(name: string, addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(name);
  const present = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await Promise.all(addresses.filter((one) => !present.has(one)).map((one) => cache.add(one)));
}

const MOST_ASSETS = 1_000;

/** Deployments leave assets behind that no page asks for any more. */
async function forgetOldAssets(current: readonly string[]): Promise<void> {
  const cache = await caches.open(ASSETS);
  const keys = await cache.keys();
  const wanted = new Set(current);
  const old = keys.filter(({ url }) => !wanted.has(new URL(url).pathname));
  for (const key of old.slice(0, Math.max(0, keys.length - MOST_ASSETS))) await cache.delete(key);
}

// Only after the page has all that it needs itself. Where there is no worker to be had, the site is as it was.
if (ExecutionEnvironment.canUseDOM && process.env.NODE_ENV === 'production') {
  const start = () => void register().catch(() => undefined);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}

const client: ClientModule = {
  onRouteUpdate({ location: { pathname }, previousLocation }) {
    if (!previousLocation || previousLocation.pathname === pathname) return;
    // Where the reader turns to another page, never while a page is read.
    if (registration?.waiting) takeOver();
    else void keepCourse(pathname);
  },
};
export const { onRouteUpdate } = client;
