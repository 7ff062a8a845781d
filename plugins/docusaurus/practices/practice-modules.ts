/** Marks a date inside JSON; a control character cannot stand there by itself. */
const DATE = '\\u0000date:';

/** Source of a module whose default export is the value: JSON data, and dates as dates. */
export function asModule(value: unknown): string {
  const json = JSON.stringify(value, function (this: Record<string, unknown>, key: string, plain: unknown) {
    const original = this[key];
    return original instanceof Date ? `\0date:${original.getTime()}` : plain;
  });
  return `export default ${json.replaceAll(new RegExp(`"${DATE.replaceAll('\\', '\\\\')}(-?\\d+)"`, 'g'), 'new Date($1)')};\n`;
}

/** The chunk of a practice, by which the service worker finds it. */
const chunkName = (practice: string) => `practice-${practice.replaceAll('/', '--')}`;

/** Source of a module that loads one of the others by the id of its practice. */
export function directory(modules: readonly { readonly id: string; readonly path: string }[]): string {
  const entries = modules.map(
    ({ id, path }) =>
      `  ${JSON.stringify(id)}: () => import(/* webpackChunkName: ${JSON.stringify(chunkName(id))} */ ${JSON.stringify(path)}),`,
  );
  return ['export default {', ...entries, '};', ''].join('\n');
}
