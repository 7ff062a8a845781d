import { join } from 'node:path';
import { PACKAGE } from '../package-folder.ts';
import { chunkTable } from './chunk-files.ts';
import { chunksOf, type GeneratedRoutes, routeKey, type SiteRoute, withBelow } from './generated.ts';

/** Code of modules. */
interface SplitRoutes {
  /** In the place of those that Docusaurus writes. */
  readonly routes: string;
  readonly chunkNames: string;
  readonly registry: string;
  /** The routes of a course, by its address. */
  readonly courses: ReadonlyMap<string, string>;
}

interface Course {
  readonly route: SiteRoute;
  /** Names of the chunks that only this course loads. */
  readonly chunks: readonly string[];
  readonly keys: readonly string[];
}

/**
 * Takes the routes of each course, and what only they load, out of what every page loads. In their place stands how
 * they are loaded.
 *
 * @param fileOf the module of the course at an address
 */
export function splitRoutes(generated: GeneratedRoutes, fileOf: (path: string) => string): SplitRoutes {
  const courses = coursesIn(generated);
  const moved = new Set(courses.flatMap(({ chunks, keys }) => [...chunks, ...keys]));
  const stay = (name: string) => !moved.has(name);
  const load = ({ path }: SiteRoute) =>
    `{ path: ${quote(path)}, load: () => import(${quote(fileOf(path))}) }`;
  const places = new Map(courses.map(({ route }) => [route, load(route)]));
  const routes = generated.routes.map((route) => codeOf(route, places));
  return {
    routes: `${CREATOR}\nexport default [${routes.join(',\n')}];\n`,
    chunkNames: `export default ${chunkNamesOf(Object.keys(generated.chunkNames).filter(stay), generated)};\n`,
    registry: `export default ${registryOf([...generated.registry.keys()].filter(stay), generated)};\n`,
    courses: new Map(courses.map((course) => [course.route.path, codeOfCourse(course, generated)])),
  };
}

/** A course is a version of the docs with one sidebar: see `../docs.ts`. */
function coursesIn(generated: GeneratedRoutes): Course[] {
  const times = new Map<string, number>();
  for (const name of chunksOf(generated.routes.flatMap(withBelow), generated))
    times.set(name, (times.get(name) ?? 0) + 1);
  return generated.routes
    .flatMap((route) => (route.routes ?? []).filter(({ path, routes }) => routes && path !== route.path))
    .map((route) => {
      const routes = withBelow(route);
      // Components are named more than once, what a page says is not.
      const chunks = chunksOf(routes, generated).filter((name) => times.get(name) === 1);
      return { route, chunks, keys: routes.map(routeKey) };
    });
}

function codeOfCourse({ route, chunks, keys }: Course, generated: GeneratedRoutes): string {
  const name = route.path.slice(route.path.lastIndexOf('/') + 1);
  return [
    CREATOR,
    "import chunkNames from '@generated/routesChunkNames';",
    "import registry from '@generated/registry';",
    CHUNK_FILES,
    `addChunkFiles(${chunkTable(name, chunks)});`,
    `Object.assign(chunkNames, ${chunkNamesOf(keys, generated)});`,
    `Object.assign(registry, ${registryOf(chunks, generated)});`,
    `export default ${codeOf(route)};\n`,
  ].join('\n');
}

const quote = (text: string): string => JSON.stringify(text);
const CREATOR = "import create from '@docusaurus/ComponentCreator';";
export const ADD_FILES = join(PACKAGE, 'plugins/docusaurus/course-routes/client/chunk-files.ts');
export const CHUNK_FILES = `import { addChunkFiles } from ${quote(ADD_FILES)};`;

/** Code of a route and those below it; of some, what stands in their place. */
function codeOf(route: SiteRoute, places?: ReadonlyMap<SiteRoute, string>): string {
  const { component, routes, ...attributes } = route;
  const parts = Object.entries(attributes).map(([name, value]) => `${quote(name)}: ${JSON.stringify(value)}`);
  const below = routes && [
    `routes: [${routes.map((one) => places?.get(one) ?? codeOf(one, places)).join(', ')}]`,
  ];
  return `{ ${[...parts, `component: create(${component.map(quote).join(', ')})`, ...(below ?? [])].join(', ')} }`;
}

const chunkNamesOf = (keys: readonly string[], { chunkNames }: GeneratedRoutes): string =>
  JSON.stringify(Object.fromEntries(keys.map((key) => [key, chunkNames[key]])));

const registryOf = (names: readonly string[], { registry }: GeneratedRoutes): string =>
  `{\n${names.map((name) => registry.get(name) ?? refuse(name)).join('\n')}\n}`;

function refuse(name: string): never {
  throw new Error(`Docusaurus's registry, as it is read here, has no chunk ${name}.`);
}
