import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { say } from '../../language/index.ts';
import {
  type FileChange,
  type Locales,
  ownCommand,
  pagesFolder,
  readLocales,
  readText,
  SOURCE_FOLDER,
  UsageError,
} from '../../project/index.ts';
import { acceptPage } from '../../translation/index.ts';
import { newAccount } from './account.ts';
import { newCourse } from './course.ts';
import { newPage } from './page.ts';

/** Texts by language. */
type Texts = Readonly<Record<'ja' | 'en', string>>;

/** Files of a new course: an overview in each language and an account. @throws UsageError */
export function courseChanges(root: string, id: string): FileChange[] {
  assertName(id);
  assertProject(root);
  if (existsSync(join(root, SOURCE_FOLDER, id)))
    throw new UsageError(say`The course ${id} is there already: ${SOURCE_FOLDER}/${id}.`);
  return courseFiles(readLocales(root), id);
}

/** Files of a course in a project that has none of its name. */
export function courseFiles(locales: Locales, id: string): FileChange[] {
  const { account, ...texts } = newCourse(id);
  return [
    ...translatedPage(locales, `${id}/index`, texts),
    {
      file: `${SOURCE_FOLDER}/${id}/_account.yaml`,
      after: account,
    },
  ];
}

/** Files of a new page, after the last page of its course, in each language. @throws UsageError */
export function pageChanges(root: string, id: string): FileChange[] {
  const [course = '', name = '', ...more] = id.split('/');
  if (!name || more.length > 0)
    throw new UsageError(say`"${id}" should be a course and a page, as in s3-buckets/make-bucket.`);
  assertName(course);
  assertName(name);
  assertProject(root);
  assertCourse(root, course);
  const changes = pageFiles(readLocales(root), id, nextPosition(root, `${SOURCE_FOLDER}/${course}`));
  const existing = changes.map(({ file }) => file).filter((file) => existsSync(join(root, file)));
  if (existing.length === 0) return changes;
  throw new UsageError(
    say`Nothing was written: ${existing.join(' and ')} is there already. Choose another name, or remove it.`,
  );
}

/**
 * The account file of a course that has none yet, or one of any name in the project.
 *
 * @param place `s3-buckets`, or a path such as `accounts/team.yaml`
 * @throws UsageError
 */
export function accountChanges(root: string, place: string): FileChange[] {
  const file = /\.ya?ml$/.test(place) ? insideProject(root, place) : accountOfCourse(root, place);
  if (existsSync(join(root, file)))
    throw new UsageError(
      say`Nothing was written: ${file} is there already. Choose another name, or remove it.`,
    );
  return [{ file, after: newAccount }];
}

function accountOfCourse(root: string, course: string): string {
  assertName(course);
  assertCourse(root, course);
  return `${SOURCE_FOLDER}/${course}/_account.yaml`;
}

function insideProject(root: string, place: string): string {
  const file = relative(root, resolve(root, place)).replaceAll('\\', '/');
  if (file.startsWith('../') || isAbsolute(file))
    throw new UsageError(say`${place} is outside of the project. Name a file in it.`);
  return file;
}

/** Files of a page, whose commands run as they are. @param position place in the sidebar of its course, from 1 */
export const pageFiles = (locales: Locales, id: string, position: number): FileChange[] =>
  translatedPage(locales, id, newPage({ name: id.slice(id.lastIndexOf('/') + 1), position }));

/** A page in the source language, and fresh translations of it in the other languages that have a text. */
export function translatedPage({ source, translations }: Locales, id: string, texts: Texts): FileChange[] {
  const fileIn = (locale: string): string => `${pagesFolder(locale, source)}/${id}.mdx`;
  const textIn = (locale: string): string | undefined => texts[locale as keyof Texts];
  const page = { file: fileIn(source), after: textIn(source) ?? texts.en };
  const others = translations.flatMap((locale): FileChange[] => {
    const translation = textIn(locale);
    if (translation === undefined) return [];
    const files = { file: fileIn(locale), sourceFile: page.file };
    const accepted = acceptPage({ ...files, id, locale, source: page.after, translation }, source);
    if ('problems' in accepted) throw new Error(`The skeleton of ${id} cannot be read.`);
    return [{ file: files.file, after: accepted.change.after }];
  });
  return [page, ...others];
}

function assertCourse(root: string, course: string): void {
  if (existsSync(join(root, SOURCE_FOLDER, course))) return;
  throw new UsageError(
    say`There is no course ${SOURCE_FOLDER}/${course}. Begin it: ${ownCommand(`new course ${course}`)}`,
  );
}

function assertName(name: string): void {
  const fault = nameFault(name);
  if (fault) throw new UsageError(fault);
}

function assertProject(root: string): void {
  if (!existsSync(join(root, SOURCE_FOLDER)))
    throw new UsageError(say`There is no folder ${SOURCE_FOLDER} in ${root}: start in the project.`);
}

function nextPosition(root: string, folder: string): number {
  const positions = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.mdx') && !name.startsWith('.'))
    .map((name) => /^sidebar_position:\s*(\d+)/m.exec(readText(root, `${folder}/${name}`).text ?? '')?.[1]);
  return Math.max(0, ...positions.map((position) => Number(position ?? 0))) + 1;
}

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Devices of Windows, in every folder: a project with such a name cannot be checked out there. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Why a name cannot be that of a folder or page, which is a part of an address; undefined when it can. */
function nameFault(name: string): string | undefined {
  if (!NAME.test(name))
    return say`"${name}" should be small letters and digits with "-" between words, as in s3-buckets.`;
  if (name.length > 60) return say`"${name}" is longer than 60 characters.`;
  if (DEVICE.test(name)) return say`"${name}" is the name of a device on Windows: choose another.`;
  if (name === 'index') return say`"index" is the overview of a course, which \`tejun new course\` makes.`;
  return undefined;
}
