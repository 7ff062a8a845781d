import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A route as Docusaurus writes it for the browser. */
export interface SiteRoute {
  readonly path: string;
  /** Arguments of `ComponentCreator`: with a hyphen between them, the key of what the route loads. */
  readonly component: readonly string[];
  readonly routes?: readonly SiteRoute[];
  readonly [attribute: string]: unknown;
}

/** Names of chunks by the parameters of a component, at any depth. */
type Loads = string | { readonly [parameter: string]: Loads };

/** The three modules that Docusaurus writes of a site's routes, and that every page loads. */
export interface GeneratedRoutes {
  readonly routes: readonly SiteRoute[];
  readonly chunkNames: Readonly<Record<string, Loads>>;
  /** By the name of a chunk the line of code that loads it. */
  readonly registry: ReadonlyMap<string, string>;
}

export function readGenerated(folder: string): GeneratedRoutes {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const lines = read('registry.js').matchAll(/^ +"([^"]+)": \[.*\],/gm);
  return {
    routes: evaluate(read('routes.js')),
    chunkNames: JSON.parse(read('routesChunkNames.json')),
    registry: new Map([...lines].map(([line, name = '']) => [name, line])),
  };
}

/** Reads literals and calls of one function as the code that they are. */
function evaluate(code: string): SiteRoute[] {
  const body = code.replace(/^import .*$/gm, '').replace('export default', 'return');
  return new Function('ComponentCreator', body)((...about: string[]) => about);
}

export const routeKey = ({ component }: SiteRoute): string => component.join('-');

/** Lists a route and those below it. */
export const withBelow = (route: SiteRoute): SiteRoute[] => [
  route,
  ...(route.routes ?? []).flatMap(withBelow),
];

/** Lists the chunks that routes load, one as often as it is named. */
export const chunksOf = (routes: readonly SiteRoute[], { chunkNames }: GeneratedRoutes): string[] =>
  routes.flatMap((route) => namesIn(chunkNames[routeKey(route)] ?? {}));

const namesIn = (loads: Loads): string[] =>
  typeof loads === 'string' ? [loads] : Object.values(loads).flatMap(namesIn);
