/**
 * Runs in the browser. Registers the service worker, keeps the course that is read for times without a network,
 * announces a new version of the site, and takes it over at the next change of page. Keeps nothing for readers who ask
 * to save data.
 */
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import type { ClientModule } from '@docusaurus/types';
import siteConfig from '@generated/docusaurus.config';
import { courseListUrl, keepOpened, PAGES, registerWorker } from '../../../src/site/kept-courses.ts';
import { versionNotice } from '../../../src/site/new-version.ts';

const { baseUrl } = siteConfig;

let registration: ServiceWorkerRegistration | undefined;

async function register(): Promise<void> {
  const { serviceWorker, connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!serviceWorker || connection?.saveData) return;
  registration = await registerWorker(baseUrl);
  announceVersionsOf(registration);
  await serviceWorker.ready;
  await caches.open(PAGES).then((cache) => cache.add(baseUrl));
  keepCourseAt(location.pathname);
}

/** Tells the reader of a version that has come while the page was open, or with it. */
function announceVersionsOf(registration: ServiceWorkerRegistration): void {
  const tell = () => {
    // The first one that this browser sees is no news.
    if (registration.waiting && registration.active) versionNotice.offer(takeOver);
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

/** Keeps the course that an address belongs to. */
function keepCourseAt(pathname: string): void {
  const course =
    pathname.startsWith(`${baseUrl}docs/`) && pathname.slice(`${baseUrl}docs/`.length).split('/')[0];
  if (course && registration) void keepOpened(courseListUrl(baseUrl, course));
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
    // A reader turns to another page: a page that is read stays.
    if (registration?.waiting) takeOver();
    else keepCourseAt(pathname);
  },
};
export const { onRouteUpdate } = client;
