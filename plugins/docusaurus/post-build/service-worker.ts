import { generateSW } from 'workbox-build';
import type { ChunkTables } from '../course-routes/chunk-files.ts';
import type { BuiltSite } from './built-site.ts';
import { writeOfflineCourses } from './offline-courses.ts';

/** Names of the caches that pages fill: see `register-service-worker.ts`. */
const PAGES = 'tejun-pages';
const ASSETS = 'tejun-assets';

/**
 * `sw.js` beside the locale's pages. It keeps the frame of the site and the page of what is not found at once; a course
 * is kept when its reader opens it, the search index when it is first used: what a reader downloads does not grow with
 * the number of courses. Pages come from the network where there is one, so that a correction is read at once.
 */
export async function writeServiceWorker(site: BuiltSite, tables: ChunkTables): Promise<void> {
  const { folder, baseUrl, others } = site;
  const frame = await writeOfflineCourses(site, tables);
  const { warnings } = await generateSW({
    globDirectory: folder,
    globPatterns: [
      '404.html',
      ...frame,
      'assets/css/*.css',
      'manifest.webmanifest',
      'img/*.svg',
      'img/icon-*.png',
      'favicon.ico',
    ],
    globIgnores: ['sw.js', ...others.map((other) => `${other}/**`)],
    swDest: `${folder}/sw.js`,
    modifyURLPrefix: { '': baseUrl },
    // These names change with their content: no parameter is needed to tell versions apart.
    dontCacheBustURLsMatching: /\/assets\/(?:js|css)\//,
    ignoreURLParametersMatching: [/./],
    cleanupOutdatedCaches: true,
    clientsClaim: true,
    skipWaiting: false,
    sourcemap: false,
    inlineWorkboxRuntime: true,
    // The home page is kept for who is offline, and not shown to others in place of a newer one.
    directoryIndex: null,
    runtimeCaching: [
      {
        urlPattern: ({ request }) => request.mode === 'navigate',
        handler: 'NetworkFirst',
        options: {
          cacheName: PAGES,
          networkTimeoutSeconds: 5,
          matchOptions: { ignoreSearch: true },
          cacheableResponse: { statuses: [200] },
          precacheFallback: { fallbackURL: `${baseUrl}404.html` },
        },
      },
      {
        // Files whose address changes with their content. The index of a course is none: pages keep that.
        urlPattern: ({ url, sameOrigin }) =>
          sameOrigin && (/\/assets\//.test(url.pathname) || /\/search-index.*\?/.test(url.href)),
        handler: 'CacheFirst',
        options: { cacheName: ASSETS, cacheableResponse: { statuses: [200] } },
      },
    ],
  });
  if (warnings.length > 0) throw new Error(`The service worker would lack files:\n${warnings.join('\n')}`);
}
