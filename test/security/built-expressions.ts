/// <reference types="vite/client" />
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { vi } from 'vitest';
import type { Expression } from './regular-expressions-of-sources.ts';
import { nodesOf, PROJECT, placeOf, sourcesIn } from './sources.ts';

/** `src/matching/text/lines.ts:37`, where a program builds a regular expression from a text. */
type Site = string;

const MODULES = import.meta.glob(['../../src/**/*.ts', '../../plugins/**/*.ts']);

/** Finds every `new RegExp(...)` and `RegExp(...)` in the sources. */
export function sitesOf(...folders: readonly string[]): Site[] {
  return folders.flatMap((folder) => sourcesIn(join(PROJECT, folder))).flatMap(sitesIn);
}

const sitesIn = (file: string): Site[] => nodesOf(file, buildsExpression).map(placeOf);

const buildsExpression = (node: ts.Node): node is ts.NewExpression | ts.CallExpression =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';

/** Loads the modules of the sites. Returns what each builds by that, before any input. */
export async function builtAtLoad(sites: readonly Site[]): Promise<Map<Site, Expression[]>> {
  const built = new Map<Site, Expression[]>();
  const files = new Set(sites.map((site) => `../../${site.replace(/:\d+$/, '')}`));
  const original = globalThis.RegExp;
  vi.resetModules();
  globalThis.RegExp = new Proxy(original, {
    construct(target, given, newTarget) {
      const site = callerOf(new Error().stack);
      const expression = Reflect.construct(target, given, newTarget) as RegExp;
      if (site && sites.includes(site))
        built.set(site, [...(built.get(site) ?? []), expressionOf(expression, site)]);
      return expression;
    },
  });
  try {
    for (const file of files) await MODULES[file]?.();
  } finally {
    globalThis.RegExp = original;
  }
  return built;
}

/** The third line of a stack, below its message and the function above. */
const callerOf = (stack = ''): Site | undefined =>
  /(?<=\/)(?:src|plugins)\/[^):]*:\d+/.exec(stack.split('\n')[2] ?? '')?.[0];

const expressionOf = ({ source, flags }: RegExp, site: Site): Expression => ({
  source,
  flags,
  files: [site.replace(/:\d+$/, '')],
});

/** Patterns that the sandbox lays down for what requests hold, as it compiles them. */
export async function patternsOfConstraints(): Promise<Expression[]> {
  const found = new Map<string, Expression>();
  for (const path of sourcesIn(join(PROJECT, 'src/aws/sandbox/services'))) {
    if (!/\bpattern: /.test(readFileSync(path, 'utf8'))) continue;
    const file = relative(PROJECT, path);
    for (const pattern of patternsIn(await MODULES[`../../${file}`]?.(), new Set()))
      found.set(pattern, { source: `^(?:${pattern})$`, flags: 'u', files: [file] });
  }
  return [...found.values()];
}

/** A constraint is known by its source: AWS's own model or documentation. */
function patternsIn(value: unknown, seen: Set<object>): string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const { pattern, source } = value as { pattern?: unknown; source?: unknown };
  const own = typeof pattern === 'string' && typeof source === 'string' ? [pattern] : [];
  return [...own, ...Object.values(value).flatMap((inner) => patternsIn(inner, seen))];
}
