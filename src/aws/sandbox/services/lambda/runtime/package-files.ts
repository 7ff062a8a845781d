/** The module of a package that a name means, or why there is none. */
export type FoundModule =
  | { readonly kind: 'file'; readonly path: string; readonly format: 'module' | 'commonjs' | 'json' }
  | { readonly kind: 'built-in'; readonly name: string }
  | { readonly kind: 'missing'; readonly problem: string };

/** Root of a deployment package in the execution environment. */
const TASK = '/var/task';

/** Modules of Node.js that the prelude provides. */
const PROVIDED = [
  'util',
  'path',
  'events',
  'buffer',
  'url',
  'crypto',
  'process',
  'timers',
  'timers/promises',
];
const NODE =
  'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs fs/promises http http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream stream/promises string_decoder sys timers timers/promises tls trace_events tty url util v8 vm wasi worker_threads zlib test sqlite'.split(
    ' ',
  );

/** The files of a deployment package, searched as Node.js searches them. */
export class PackageFiles {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #detectsModules: boolean;

  /** `files` by their paths in the package. `detectsModules`: `.js` files may be ES modules by their syntax (Node.js 24). */
  constructor(files: ReadonlyMap<string, Uint8Array>, detectsModules: boolean) {
    this.#files = new Map([...files].map(([name, bytes]) => [`${TASK}/${name}`, bytes]));
    this.#detectsModules = detectsModules;
  }

  read(path: string): string {
    return new TextDecoder().decode(this.#files.get(path));
  }

  /** The file of a handler's module: `src/index` for `src/index.handler`; undefined where there is none. */
  handlerFile(module: string): string | undefined {
    return this.#first(['', '.js', '.mjs', '.cjs'].map((end) => `${TASK}/${module}${end}`));
  }

  /** Finds what `require` or `import` of a name means in the file `from`. */
  find(name: string, from: string): FoundModule {
    const bare = name.replace(/^node:/, '');
    if (PROVIDED.includes(bare)) return { kind: 'built-in', name: bare };
    if (name.startsWith('node:') || NODE.includes(name)) return missing(notProvided(`the module '${name}'`));
    const isPath = /^(\.{0,2}\/|\.{1,2}$)/.test(name);
    const path = isPath ? this.#file(join(folder(from), name)) : this.#inModules(name, folder(from));
    if (path !== undefined) return { kind: 'file', path, format: this.formatOf(path) };
    if (/^(aws-sdk(\/|$)|@aws-sdk\/|@smithy\/)/.test(name))
      return missing(notProvided(`the AWS SDK ('${name}')`));
    return missing(`Cannot find module '${name}'\nRequire stack:\n- ${from}\n- /var/runtime/index.mjs`);
  }

  /** How Node.js reads a file: by its ending, by the nearest package.json, or by its syntax. */
  formatOf(path: string): 'module' | 'commonjs' | 'json' {
    if (path.endsWith('.json')) return 'json';
    if (path.endsWith('.mjs')) return 'module';
    if (path.endsWith('.cjs')) return 'commonjs';
    for (let at = folder(path); at.startsWith(TASK); at = folder(at)) {
      const { type } = this.#manifest(at) ?? {};
      if (type === 'module') return 'module';
      if (type === 'commonjs') return 'commonjs';
    }
    return this.#detectsModules && /^[ \t]*(?:export|import)\s/m.test(this.read(path))
      ? 'module'
      : 'commonjs';
  }

  #inModules(name: string, from: string): string | undefined {
    const [, packageName = name, rest = ''] = /^(@[^/]+\/[^/]+|[^/]+)(?:\/(.*))?$/.exec(name) ?? [];
    for (let at = from; at.startsWith(TASK); at = folder(at)) {
      const root = `${at}/node_modules/${packageName}`;
      const path = rest === '' ? this.#entryOf(root) : this.#file(`${root}/${rest}`);
      if (path !== undefined) return path;
    }
    return undefined;
  }

  #entryOf(root: string): string | undefined {
    const manifest = this.#manifest(root);
    const entry = entryOf(manifest?.exports) ?? manifest?.main;
    return (entry && this.#file(join(root, entry))) ?? this.#file(root);
  }

  #file(path: string): string | undefined {
    return this.#first(
      ['', '.js', '.mjs', '.cjs', '.json', '/index.js', '/index.mjs', '/index.json'].map((end) => path + end),
    );
  }

  #first(paths: readonly string[]): string | undefined {
    return paths.find((path) => this.#files.has(path));
  }

  #manifest(at: string): { type?: string; main?: string; exports?: unknown } | undefined {
    const path = `${at}/package.json`;
    if (!this.#files.has(path)) return undefined;
    try {
      return JSON.parse(this.read(path));
    } catch {
      return undefined;
    }
  }
}

const missing = (problem: string): FoundModule => ({ kind: 'missing', problem });

/** Our wording. */
const notProvided = (what: string) => `The Tejun sandbox does not provide ${what} to Lambda functions.`;

const folder = (path: string) => path.replace(/\/[^/]*$/, '');

function join(base: string, relative: string): string {
  const parts: string[] = [];
  for (const part of (relative.startsWith('/') ? relative : `${base}/${relative}`).split('/'))
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  return `/${parts.join('/')}`;
}

/** The file that a package's `exports` has for its own name. */
function entryOf(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (typeof exports !== 'object' || exports === null) return undefined;
  const { '.': own, import: esm, node, require: cjs, default: other } = exports as Record<string, unknown>;
  return entryOf(own) ?? entryOf(esm) ?? entryOf(node) ?? entryOf(cjs) ?? entryOf(other);
}
