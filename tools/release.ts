/**
 * `npm run release -- <version>`: makes a release of all that the changelog lists under "Unreleased": a section with
 * version and date, the version in package.json and its lock, one commit. Prints the commands that tag and publish it,
 * and runs neither. Exit code 2 if nothing can be released.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { changeFiles, type FileChange } from '../src/project/index.ts';

const CHANGELOG = 'CHANGELOG.md';
const MANIFESTS = ['package.json', 'package-lock.json'];
const VERSION = /^\d+\.\d+\.\d+$/;

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
const [version = ''] = process.argv.slice(2);

function whyNot(): string | undefined {
  if (!VERSION.test(version)) return 'usage: npm run release -- <version>, as 1.2.3';
  const current = currentVersion();
  if (!isLater(version, current)) return `The version is ${current} already: name a later one than that.`;
  const changed = git('status', '--porcelain');
  if (changed !== '') return `Commit or remove first:\n${changed}`;
  if (git('tag', '--list', `v${version}`) !== '') return `There is a tag v${version} already.`;
  if (unreleased() === '') return `${CHANGELOG}: nothing stands under "Unreleased".`;
  return undefined;
}

function release(): void {
  const [date = ''] = new Date().toISOString().split('T');
  const changes = [
    change(CHANGELOG, (text) =>
      sectionsOf(text)
        .map((one) => (isUnreleased(one) ? dated(one, date) : one))
        .join(''),
    ),
    ...MANIFESTS.map((file) => change(file, withVersion)),
  ];
  changeFiles('.', changes);
  git(
    'commit',
    '--quiet',
    '--message',
    `release: version ${version}`,
    '--',
    ...changes.map(({ file }) => file),
  );
  process.stdout.write(`Version ${version} is committed. Look at it, then tag and publish it:

  git show
  git tag --annotate v${version} --message 'Version ${version}'
  git push --follow-tags
`);
}

function change(file: string, edit: (text: string) => string): FileChange {
  const before = readFileSync(file, 'utf8');
  return { file, before, after: edit(before) };
}

const sectionsOf = (changelog: string): string[] => changelog.split(/^(?=## )/m);
const isUnreleased = (section: string): boolean => /^## Unreleased\n/.test(section);
const entriesOf = (section: string): string => section.slice(section.indexOf('\n') + 1).trim();
const dated = (section: string, date: string): string =>
  `## Unreleased\n\n## ${version} - ${date}\n\n${entriesOf(section)}\n\n`;

/** Entries of the changelog that no release has yet. */
function unreleased(): string {
  const section = sectionsOf(readFileSync(CHANGELOG, 'utf8')).find(isUnreleased);
  return section === undefined ? '' : entriesOf(section);
}

function currentVersion(): string {
  const { version: current }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
  return current;
}

/** A manifest with the new version; the lock names it twice. */
function withVersion(text: string): string {
  const manifest = JSON.parse(text);
  manifest.version = version;
  if (manifest.packages?.['']) manifest.packages[''].version = version;
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function isLater(one: string, other: string): boolean {
  const [numbers, others] = [one, other].map((text) => text.split('.').map(Number));
  const index = numbers?.findIndex((number, at) => number !== others?.[at]) ?? -1;
  return index >= 0 && (numbers?.[index] ?? 0) > (others?.[index] ?? 0);
}

const refusal = whyNot();
if (refusal === undefined) release();
else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
}
