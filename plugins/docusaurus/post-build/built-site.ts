import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Props as DocusaurusProps, LoadedPlugin } from '@docusaurus/types';

export type Props = DocusaurusProps & { readonly plugins: readonly LoadedPlugin[]; readonly outDir: string };

/** One locale of the site, built. */
export interface BuiltSite {
  /** Folder of the locale's files. */
  readonly folder: string;
  /** Folder of the site's files: for the source locale the same, for others the folder above. */
  readonly root: string;
  readonly locale: string;
  /** `/` or `/en/`. */
  readonly baseUrl: string;
  /** Folders of other locales below `folder`. */
  readonly others: readonly string[];
}

export function builtSite({ outDir, i18n, baseUrl }: Props): BuiltSite {
  const { currentLocale: locale, defaultLocale, locales } = i18n;
  const nested = locale !== defaultLocale && basename(outDir) === locale;
  return {
    folder: outDir,
    root: nested ? dirname(outDir) : outDir,
    locale,
    baseUrl,
    others: nested ? [] : locales.filter((other) => other !== locale),
  };
}

/** Paths of the HTML files below a folder, relative to it. */
export async function htmlFiles(folder: string, except: readonly string[] = []): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html') && !except.includes(name.split('/')[0] ?? ''))
    .sort();
}

/** The course of a page, by the path of its HTML file. */
export const courseOfFile = (name: string): string | undefined =>
  /^docs\/([^/]+?)(?:\.html|\/)/.exec(name)?.[1];
