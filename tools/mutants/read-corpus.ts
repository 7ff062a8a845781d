import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One published command with the JSON that it printed. */
export interface Pair {
  readonly file: string;
  readonly service: string;
  readonly operation: string;
  readonly command: string;
  readonly output: string;
}

const COMMAND = /^ +aws +([a-z0-9-]+) +([a-z0-9-]+)/;

/** The pairs of command and `Output::` in the examples of an installed AWS CLI; only outputs that are JSON. */
export function readPairs(examples: string): Pair[] {
  const folders = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name: folder }) =>
    readdirSync(join(examples, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.rst'))
      .flatMap(({ name }) => pairsOf(join(folder, name), readFileSync(join(examples, folder, name), 'utf8'))),
  );
}

function pairsOf(file: string, text: string): Pair[] {
  const blocks = text.split(/\n(?=\S)/);
  const pairs: Pair[] = [];
  let command: string | undefined;
  for (const block of blocks) {
    const body = block.split('\n').slice(1).join('\n');
    const called = body.split('\n').find((line) => COMMAND.test(line));
    if (/^Output:?:?:\s*$/i.test(block.split('\n')[0] ?? '') && command) {
      const [, service = '', operation = ''] = COMMAND.exec(command) ?? [];
      if (isJson(body)) pairs.push({ file, service, operation, command, output: body });
      command = undefined;
    } else if (called) command = body.slice(body.indexOf(called));
    else if (/\n +\S/.test(block) && command) command += `\n${block}`;
  }
  return pairs;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

export interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, { readonly shape: string; readonly locationName?: string }>>;
  readonly member?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly enum?: readonly string[];
}

export interface Model {
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly operations: Readonly<Record<string, { readonly output?: { readonly shape: string } }>>;
}

/** A service's model in botocore's data, the newest version; undefined for what is no service. */
export function readModel(data: string, service: string): Model | undefined {
  const folder = join(data, service);
  if (!existsSync(folder)) return undefined;
  const version = readdirSync(folder).sort().at(-1) ?? '';
  const plain = join(folder, version, 'service-2.json');
  if (existsSync(plain)) return JSON.parse(readFileSync(plain, 'utf8')) as Model;
  return JSON.parse(gunzipSync(readFileSync(`${plain}.gz`)).toString()) as Model;
}
