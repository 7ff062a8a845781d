import { defineHost, type Engine } from './engine.ts';
import type { PackageFiles } from './package-files.ts';

/** Prefix of the names of built-in modules in the engine. */
const BUILT_IN = 'node:';
/** Prefix of what is not there: a name cannot be refused, its load can. */
const MISSING = 'missing:';

/** Lets the engine load the files of a package: ES modules by its own loader, CommonJS by the prelude's `require`. */
export function provideModules(engine: Engine, files: PackageFiles): void {
  const { runtime, context } = engine;
  defineHost(engine, '__read', (path = '') => files.read(path));
  defineHost(engine, '__find', (name = '', from = '') => {
    const found = files.find(name, from);
    if (found.kind === 'file' && found.format !== 'module') return JSON.stringify({ path: found.path });
    // Text of Node.js 20: CommonJS loads no ES module.
    const problem =
      found.kind === 'file'
        ? `require() of ES Module ${found.path} from ${from} not supported.`
        : found.kind === 'missing'
          ? found.problem
          : '';
    return JSON.stringify({
      problem,
      code: found.kind === 'file' ? 'ERR_REQUIRE_ESM' : 'MODULE_NOT_FOUND',
    });
  });
  const compile = context.newFunction('__compile', (path, code) =>
    context.evalCode(context.getString(code), context.getString(path), { type: 'global' }),
  );
  context.setProp(context.global, '__compile', compile);
  compile.dispose();

  runtime.setModuleLoader(
    (name) => {
      if (name.startsWith(MISSING)) return { error: new Error(name.slice(MISSING.length)) };
      if (name.startsWith(BUILT_IN)) return wrapper(engine, `__builtIn(${JSON.stringify(name)})`);
      const path = name.replace(/^file:\/\//, '');
      return files.formatOf(path) === 'module'
        ? files.read(path)
        : wrapper(engine, `__load(${JSON.stringify(path)})`);
    },
    (from, name) => {
      if (name.startsWith('file://')) return name;
      const found = files.find(name, from.replace(/^file:\/\//, ''));
      if (found.kind === 'built-in') return `${BUILT_IN}${found.name}`;
      if (found.kind === 'file') return `file://${found.path}`;
      return `${MISSING}${found.problem}`;
    },
  );
}

/** An ES module whose exports are the members of a value. */
function wrapper({ context }: Engine, expression: string): string | { error: Error } {
  const result = context.evalCode(`JSON.stringify(Object.keys(Object(${expression})))`, '<runtime>');
  if (result.error) {
    const { message = '' } = context.dump(result.error) as { message?: string };
    result.error.dispose();
    return { error: new Error(message) };
  }
  const names = JSON.parse(context.getString(result.value)) as string[];
  result.value.dispose();
  const exported = names.filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default');
  return [
    `const value = ${expression};`,
    'export default value;',
    ...exported.map((name, at) => `const e${at} = value.${name};`),
    `export { ${exported.map((name, at) => `e${at} as ${name}`).join(', ')} };`,
  ].join('\n');
}
