import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the npm package that a file belongs to; undefined for what is ours. */
export function owningFolder(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

interface LicenseNotice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Texts of the files in which the package states its licence; none where it has no such file, and nobody has looked them up. */
  readonly texts: readonly string[];
}

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

function readNotice(folder: string): LicenseNotice {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').replaceAll('\r\n', '\n').trim());
  const stated = license ?? licenses?.[0];
  const named = stated?.type ?? stated ?? 'not stated';
  const texts = files.length > 0 ? [...new Set(files)] : missingTexts(name, named);
  return { name, version, license: named, texts };
}

const INTRODUCTION =
  'Tejun contains parts of the packages below. Each is listed with its version, its licence, and the text of the licence.';
const RULE = '-'.repeat(80);

/** Writes the notices of packages, and of what was taken from elsewhere: texts by their headings. */
export function noticesText(
  folders: readonly string[],
  others: Readonly<Record<string, string>> = {},
): string {
  const notices = folders.map(readNotice).sort(byName);
  // A package may be there twice, in one version.
  const unlike = notices.filter((one, index) => index === 0 || heading(one) !== heading(notices[index - 1]));
  const taken = Object.entries(others).map(([name, text]) => `${name}\n\n${text.trim()}`);
  return `${[INTRODUCTION, ...taken, ...unlike.map(section)].join(`\n\n${RULE}\n`)}\n`;
}

function byName(a: LicenseNotice, b: LicenseNotice): number {
  return a.name.localeCompare(b.name) || a.version.localeCompare(b.version);
}

function heading(notice: LicenseNotice | undefined): string {
  return notice ? `${notice.name} ${notice.version} (${notice.license})` : '';
}

function section(notice: LicenseNotice): string {
  return [heading(notice), ...notice.texts].join('\n\n');
}

/** Copyright lines of packages under MIT that are published without the text of their licence, and where the lines stand. */
export const COPYRIGHTS: Readonly<Record<string, string>> = {
  // LICENSE in its repository, https://github.com/easyops-cn/docusaurus-search-local
  '@easyops-cn/docusaurus-search-local': 'Copyright (c) 2020 优维科技',
  // Nowhere: the author in its package.json
  '@nodable/entities': 'Copyright (c) Amit Gupta (https://solothought.com)',
  // The head of its style sheets
  infima: 'Copyright (c) Facebook, Inc. and its affiliates.',
  // Its README
  isarray: 'Copyright (c) 2013 Julian Gruber <julian@juliangruber.com>',
};

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

/** Returns the text of a licence that a package lacks; none where nobody has looked its copyright up. */
export function missingTexts(name: string, license: string): string[] {
  const copyright = license === 'MIT' && Object.hasOwn(COPYRIGHTS, name) ? COPYRIGHTS[name] : undefined;
  return copyright === undefined ? [] : [`MIT License\n\n${copyright}\n\n${MIT}`];
}
