import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRegularFile } from '../../../shell/bash/index.ts';
import { quoted } from '../../../shell/quoting.ts';

const SHIM = fileURLToPath(new URL('./shim.sh', import.meta.url));

/** A larger output or file is no part of a procedure. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A call as the shim kept it: raw, with paths as the run had them. */
export interface JournalCall {
  readonly cwd: string;
  readonly region: string;
  readonly arguments: readonly string[];
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly exitCode: number;
  readonly files: readonly { readonly path: string; readonly mode: string; readonly content: Uint8Array }[];
  readonly removed: readonly string[];
}

/** Why a call is not known whole. */
export interface IncompleteCall {
  readonly arguments: readonly string[];
  readonly problem: string;
}

/** Log of a run's calls, between the shim and the recorder. */
export class CallLog {
  /** Holds the shim and what it keeps; the run must be able to write there. */
  readonly folder: string;
  /** The program to run as `aws`. */
  readonly shim: string;

  /** `aws`: the absolute path of the real one. The folder is the caller's to remove. */
  constructor(aws: string, folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.shim = join(this.folder, 'aws');
    const text = readFileSync(SHIM, 'utf8')
      .replace('@AWS@', () => quoted(aws))
      .replace('@JOURNAL@', () => quoted(this.folder));
    writeFileSync(this.shim, text);
    chmodSync(this.shim, 0o700);
  }

  /** Names of all calls so far, in the order in which they were started. */
  names(): string[] {
    const calls = readdirSync(this.folder).flatMap(
      (file) => /^(.+)\.(?:arguments|terminal)$/.exec(file)?.[1] ?? [],
    );
    return calls.sort((a, b) => (a.length === b.length ? (a < b ? -1 : 1) : startOf(a) - startOf(b)));
  }

  isOver(name: string): boolean {
    return ['exit', 'terminal'].some((kind) => existsSync(this.#path(name, kind)));
  }

  read(name: string): JournalCall | IncompleteCall {
    const [cwd = '', region = '', count = '0', ...args] = this.#list(name, 'arguments');
    const given = args.slice(0, Number(count));
    if (existsSync(this.#path(name, 'terminal')))
      return { arguments: given, problem: 'it printed on a terminal, of which nothing is kept' };
    if (!this.isOver(name)) return { arguments: given, problem: 'it had not ended when the page had' };
    const files = pairs(this.#list(name, 'files')).map(([path, mode], index) => ({
      path: absolute(path, cwd),
      mode,
      content: this.#bytes(name, `file${index + 1}`),
    }));
    return {
      cwd,
      region,
      arguments: given,
      stdout: this.#bytes(name, 'stdout'),
      stderr: this.#bytes(name, 'stderr'),
      exitCode: Number(this.#bytes(name, 'exit')),
      files,
      removed: this.#list(name, 'removed').map((path) => absolute(path, cwd)),
    };
  }

  #path(name: string, kind: string): string {
    return join(this.folder, `${name}.${kind}`);
  }

  #bytes(name: string, kind: string): Buffer {
    const path = this.#path(name, kind);
    return existsSync(path) ? readRegularFile(path, { most: MOST_BYTES }) : Buffer.alloc(0);
  }

  /** Strings, each with a NUL behind it. */
  #list(name: string, kind: string): string[] {
    return this.#bytes(name, kind).toString('utf8').split('\0').slice(0, -1);
  }
}

const startOf = (name: string): number => Number(name.split('-')[0]);
const absolute = (path: string, cwd: string): string =>
  path.startsWith('/') ? path : `${cwd}/${path.replace(/^(?:\.\/)+/, '')}`;

function pairs(list: readonly string[]): [string, string][] {
  return list.flatMap((item, index): [string, string][] =>
    index % 2 === 0 ? [[item, list[index + 1] ?? '']] : [],
  );
}
