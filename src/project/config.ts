import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';
import { problemAt } from '../procedure/index.ts';
import { InputError } from './input-error.ts';

/** Settings of a project, from `tejun.config.json` or `tejun.config.ts`. Paths are relative to the project. */
export interface Config {
  /** Folders and files of the source pages (`.md`, `.mdx`); `docs` by default. */
  readonly pages?: readonly string[];
  /** Languages, the source first: their codes, or their codes with labels. `i18n/locales.json` by default. */
  readonly locales?: readonly string[] | Readonly<Record<string, LocaleSettings>>;
  /** Account file of pages that name none and have none in the folder of their course. */
  readonly account?: string;
  /** Treatment of a shell fence without a role: a problem (the default), a warning, or nothing. */
  readonly onUnmarkedFence?: 'throw' | 'warn' | 'ignore';
}

export interface LocaleSettings {
  /** The language's name, in that language. */
  readonly label: string;
  readonly htmlLang?: string;
}

/** The first of them that exists is read. */
const CONFIG_FILES = ['tejun.config.json', 'tejun.config.ts'] as const;

const path = z
  .string()
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))(?!.*\\).+$/, 'should be a path inside the project, with "/"');
const locale = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'should be a language code, as "en" or "zh-Hans"');
const schema = z.strictObject({
  // Editors find the schema of a JSON file by it.
  $schema: z.string().optional(),
  pages: z.array(path).min(1).optional(),
  locales: z
    .union([
      z.array(locale).min(1),
      z.record(locale, z.strictObject({ label: z.string(), htmlLang: z.string().optional() })),
    ])
    .optional(),
  account: path.optional(),
  onUnmarkedFence: z.enum(['throw', 'warn', 'ignore']).optional(),
});

const read = new Map<string, { readonly stamp: number; readonly config: Config }>();

/**
 * Reads the settings of a project; a project without a file has none.
 *
 * @example readConfig('/home/me/site') // { pages: ['docs', 'README.md'], onUnmarkedFence: 'ignore' }
 * @throws InputError for a file that cannot be read, and for settings that make no sense
 */
export function readConfig(root: string): Config {
  const file = CONFIG_FILES.find((name) => existsSync(join(root, name)));
  if (file === undefined) return {};
  const place = join(root, file);
  const stamp = statSync(place).mtimeMs;
  const known = read.get(place);
  if (known?.stamp === stamp) return known.config;
  const config = checked(file, file.endsWith('.ts') ? runTypeScript(place, file) : parseJson(place, file));
  read.set(place, { stamp, config });
  return config;
}

function parseJson(place: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(place, 'utf8'));
  } catch (error) {
    throw unreadable(file, (error as Error).message);
  }
}

/** Compiles and runs the file: the default export is the settings. */
function runTypeScript(place: string, file: string): unknown {
  const require = createRequire(place);
  try {
    const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild');
    const { outputFiles } = buildSync({
      entryPoints: [place],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      logLevel: 'silent',
    });
    const module: { exports: { default?: unknown } } = { exports: {} };
    new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, require);
    return module.exports.default;
  } catch (error) {
    throw unreadable(file, (error as Error).message);
  }
}

function checked(file: string, value: unknown): Config {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw unreadable(file, `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'not valid'}`);
}

const unreadable = (file: string, reason: string): InputError =>
  new InputError([problemAt(file, { line: 1, column: 1 }, 'config', reason.split('\n', 1)[0] ?? '')]);
