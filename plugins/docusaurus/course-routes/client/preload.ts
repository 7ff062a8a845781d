import { matchPath } from '@docusaurus/router';
import allRoutes from '@generated/routes';

interface Route {
  readonly path: string;
  readonly exact?: boolean;
  readonly component?: { readonly preload?: () => unknown };
  readonly routes?: readonly Route[];
  /** Of a course, until its routes are loaded. */
  load?: () => Promise<{ readonly default: object }>;
}

/** Loads all that a page needs before it is shown: Docusaurus's own, for routes of which some are not loaded yet. */
export default async function preload(pathname: string): Promise<void> {
  const paths = [...new Set([pathname, decodeURI(pathname)])];
  const match = () => paths.flatMap((path) => matching(allRoutes as readonly Route[], path));
  await Promise.all(match().map(complete));
  await Promise.all(match().map(({ component }) => component?.preload?.()));
}

/** The route of an address, and those below it. */
function matching(routes: readonly Route[], pathname: string): Route[] {
  const route = routes.find(({ path, exact = false }) => matchPath(pathname, { path, exact }));
  return route ? [route, ...matching(route.routes ?? [], pathname)] : [];
}

async function complete(route: Route): Promise<void> {
  if (!route.load) return;
  Object.assign(route, (await route.load()).default);
  delete route.load;
}
