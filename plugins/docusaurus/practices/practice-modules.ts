/** Source of a module whose default export is the value: JSON data, and dates as dates. */
export const asModule = (value: unknown): string => `export default ${sourceOf(value)};\n`;

function sourceOf(value: unknown): string {
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[${value.map((item) => sourceOf(item ?? null)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${members.map(([key, inner]) => `${sourceOfKey(key)}:${sourceOf(inner)}`).join()}}`;
}

/** In a source, unlike JSON, the plain name `__proto__` would set the prototype. */
const sourceOfKey = (key: string) => (key === '__proto__' ? '["__proto__"]' : JSON.stringify(key));

/** The chunk of a practice, by which the service worker finds it. */
const chunkName = (practice: string) => `practice-${practice.replaceAll('/', '--')}`;

/** Source of a module that loads one of the others by the id of its practice. */
export function directory(modules: readonly { readonly id: string; readonly path: string }[]): string {
  const entries = modules.map(
    ({ id, path }) =>
      `  ${sourceOfKey(id)}: () => import(/* webpackChunkName: ${JSON.stringify(chunkName(id))} */ ${JSON.stringify(path)}),`,
  );
  return ['export default {', ...entries, '};', ''].join('\n');
}
