/**
 * Runs in the browser. A new version that was fetched takes over when a page is opened, never under the hands of a
 * reader; who asked to save data keeps nothing.
 */
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import siteConfig from '@generated/docusaurus.config';

async function keepOffline(): Promise<void> {
  const { serviceWorker, connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!serviceWorker || connection?.saveData) return;
  const { waiting } = await serviceWorker.register(`${siteConfig.baseUrl}sw.js`);
  if (!waiting) return;
  serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage({ type: 'SKIP_WAITING' });
}

// Only after the page has all that it needs itself. Where there is no worker to be had, the site is as it was.
if (ExecutionEnvironment.canUseDOM && process.env.NODE_ENV === 'production') {
  const start = () => void keepOffline().catch(() => undefined);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
