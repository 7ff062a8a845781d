import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the npm package that a file belongs to; undefined for what is ours. */
export function owningFolder(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

export interface LicenseNotice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Texts of the files in which the package states its licence; none where it has no such file. */
  readonly texts: readonly string[];
}

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

export function readNotice(folder: string): LicenseNotice {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').replaceAll('\r\n', '\n').trim());
  const stated = license ?? licenses?.[0];
  return { name, version, license: stated?.type ?? stated ?? 'not stated', texts: [...new Set(files)] };
}
