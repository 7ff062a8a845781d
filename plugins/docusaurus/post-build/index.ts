import { readTables } from '../course-routes/chunk-files.ts';
import { builtSite, type Props } from './built-site.ts';
import { addCourseScripts } from './course-scripts.ts';
import { addPolicies } from './csp.ts';
import { writeHeaders } from './headers.ts';
import { writeMarkdown } from './markdown/index.ts';
import { writeRedirects } from './redirects.ts';
import { writeServiceWorker } from './service-worker.ts';

export type { Props };

/** Finishes what Docusaurus has built of one locale. The service worker comes last: it knows every file's hash. */
export async function publishSite(props: Props): Promise<void> {
  const site = builtSite(props);
  await writeRedirects(props);
  const tables = readTables(props.generatedFilesDir);
  await addCourseScripts(site, tables);
  await addPolicies(site);
  await writeHeaders(site);
  await writeMarkdown(site, props);
  await writeServiceWorker(site, tables);
}
