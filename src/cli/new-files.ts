import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameFault, newCourse, newPage } from '../authoring/new/index.ts';
import { replaceFiles } from '../files/index.ts';
import { applyEdits, blobId, markEdit, proseHash, readOutline } from '../translation/index.ts';
import { PASSED, USAGE_ERROR } from './exit-codes.ts';

/** Files to write, or why not. */
type Making =
  | { readonly files: ReadonlyMap<string, string>; readonly next: string }
  | { readonly refusal: string };

const EN = 'i18n/en/docusaurus-plugin-content-docs/current';

function makeCourse(root: string, id: string): Making {
  const fault = nameFault(id) ?? projectFault(root);
  if (fault) return { refusal: fault };
  if (existsSync(join(root, 'docs', id)))
    return { refusal: `The course ${id} is there already: docs/${id}.` };
  const { account, ...texts } = newCourse(id);
  const files = new Map([
    ...pageFiles(root, `${id}/index`, texts),
    [`docs/${id}/_account.yaml`, account] as const,
  ]);
  return { files, next: `Next: npm run tejun -- new page ${id}/<page>` };
}

function makePage(root: string, id: string): Making {
  const [course = '', name = '', ...more] = id.split('/');
  if (!name || more.length > 0)
    return { refusal: `"${id}" should be a course and a page, as in s3-buckets/make-bucket.` };
  const fault = nameFault(course) ?? nameFault(name) ?? projectFault(root);
  if (fault) return { refusal: fault };
  if (!existsSync(join(root, 'docs', course)))
    return { refusal: `There is no course docs/${course}. Begin it: npm run tejun -- new course ${course}` };
  const texts = newPage({ name, position: nextPosition(join(root, 'docs', course)) });
  const files = new Map(pageFiles(root, id, texts));
  return { files, next: `Next: add it to the list in docs/${course}/index.mdx; npm run doctest -- ${id}` };
}

const projectFault = (root: string) =>
  existsSync(join(root, 'docs')) ? undefined : `There is no folder docs in ${root}: start in the project.`;

/** The English page says what it was made from: it is fresh until the Japanese one changes. */
function pageFiles(root: string, id: string, { ja, en }: { ja: string; en: string }): [string, string][] {
  const source: [string, string] = [`docs/${id}.mdx`, ja];
  if (!existsSync(join(root, 'i18n/en'))) return [source];
  const [theirs, ours] = [readOutline(ja, source[0]), readOutline(en, `${EN}/${id}.mdx`)];
  if ('problems' in theirs || 'problems' in ours) throw new Error(`The skeleton of ${id} cannot be read.`);
  const mark = markEdit(ours.outline, { source: blobId(ja), prose: proseHash(theirs.outline) });
  return [source, [`${EN}/${id}.mdx`, applyEdits(en, [mark])]];
}

/** After the last page of the course. */
function nextPosition(folder: string): number {
  const positions = readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => /^sidebar_position:\s*(\d+)/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1]);
  return Math.max(0, ...positions.map((position) => Number(position ?? 0))) + 1;
}

/** Writes the files of a new course or page, or says why not. @returns the exit code. */
export function begin(what: 'course' | 'page', root: string, id: string): number {
  const making = what === 'course' ? makeCourse(root, id) : makePage(root, id);
  if ('refusal' in making) {
    console.error(making.refusal);
    return USAGE_ERROR;
  }
  const there = [...making.files.keys()].filter((file) => existsSync(join(root, file)));
  if (there.length > 0) {
    console.error(
      `Nothing was written: ${there.join(' and ')} is there already. Choose another name, or remove it.`,
    );
    return USAGE_ERROR;
  }
  replaceFiles(root, making.files);
  for (const file of making.files.keys()) console.log(file);
  console.log(`\n${making.next}`);
  return PASSED;
}
