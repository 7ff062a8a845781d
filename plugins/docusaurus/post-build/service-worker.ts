import { generateSW } from 'workbox-build';
import type { BuiltSite } from './built-site.ts';

const MAX_FILE = 8 * 1024 * 1024;

/**
 * `sw.js` beside the locale's pages: keeps all of them, what they practise with and the search index, so that the
 * course goes on without a network. Each locale keeps its own; a page that was never kept is answered by the network,
 * and without one by the page of what is not found, which says so.
 */
export async function writeServiceWorker({ folder, baseUrl, others }: BuiltSite): Promise<void> {
  const { warnings } = await generateSW({
    globDirectory: folder,
    globPatterns: ['**/*.{html,js,css,svg,json,webmanifest}', 'img/icon-*.png', 'favicon.ico'],
    globIgnores: ['sw.js', 'workbox-*.js', ...others.map((other) => `${other}/**`)],
    swDest: `${folder}/sw.js`,
    modifyURLPrefix: { '': baseUrl },
    // These names change with their content: no parameter is needed to tell versions apart.
    dontCacheBustURLsMatching: /\/assets\/(?:js|css)\//,
    ignoreURLParametersMatching: [/./],
    maximumFileSizeToCacheInBytes: MAX_FILE,
    cleanupOutdatedCaches: true,
    clientsClaim: true,
    skipWaiting: false,
    sourcemap: false,
    inlineWorkboxRuntime: true,
    runtimeCaching: [
      {
        urlPattern: ({ request }) => request.mode === 'navigate',
        handler: 'NetworkOnly',
        options: { precacheFallback: { fallbackURL: `${baseUrl}404.html` } },
      },
    ],
  });
  if (warnings.length > 0) throw new Error(`The service worker would lack files:\n${warnings.join('\n')}`);
}
