import type { LoadedContent } from '@docusaurus/plugin-content-docs';
import type { LoadContext, Plugin } from '@docusaurus/types';
import type { Page } from '../../src/procedure/index.ts';
import type { PageInfo } from '../../src/session/index.ts';
import { type Course, TOPICS } from '../../src/site/courses.ts';
import { writeFenceMarks } from '../../src/site/fence-metadata.ts';
import type { Sample } from '../../src/site/page-data.ts';
import { highlight } from '../remark/highlight-code.ts';
import { pageInfoOf } from './practices/page-info.ts';
import { readDocs } from './read-docs.ts';

type Doc = LoadedContent['loadedVersions'][number]['docs'][number];

/** Hands the list of courses to what shows it: every folder below docs/ with an `index.mdx` is one. */
export default function courses(context: LoadContext): Plugin {
  return {
    name: 'tejun-courses',
    async allContentLoaded({ allContent, actions }) {
      const content = allContent['docusaurus-plugin-content-docs']?.default as LoadedContent | undefined;
      const docs = content?.loadedVersions.flatMap((version) => version.docs) ?? [];
      const sources = { siteDir: context.siteDir, sourceLocale: context.i18n.defaultLocale };
      const pages = new Map(readDocs(allContent, context).map(({ page }) => [page?.id, page]));
      const infos = new Map([...pages].map(([id, page]) => [id, pageInfoOf(page, sources)]));
      const listed = listCourses(docs, infos);
      // No global data: those are a part of every page.
      await actions.createData('courses.json', JSON.stringify(listed));
      await actions.createData('sample.json', JSON.stringify(sampleOf(listed, (id) => pages.get(id))));
    },
  };
}

function listCourses(
  docs: readonly Doc[],
  infos: ReadonlyMap<string | undefined, PageInfo | undefined>,
): Course[] {
  const courses = docs
    .filter((doc) => /^[^/]+\/index$/.test(doc.id))
    .map((overview) => {
      const id = overview.sourceDirName;
      const pages = docs
        .filter((doc) => doc.sourceDirName === id && doc !== overview)
        .sort((a, b) => position(a) - position(b))
        .map(({ id: page, title, permalink }) => ({ id: page, title, permalink, info: infos.get(page) }));
      const { title, description, permalink } = overview;
      // The remark plugin has checked their types.
      const { level, topic, after = [] } = (overview.frontMatter.tejun ?? {}) as Partial<Course>;
      return { id, title, description, permalink, level, topic, after, pages };
    });
  return inLearningOrder(courses);
}

function position(doc: Doc): number {
  return doc.sidebarPosition ?? Number.POSITIVE_INFINITY;
}

/** Orders courses as a path: by topic; within it each after those that it builds on, easier ones first. */
export function inLearningOrder<T extends Pick<Course, 'id' | 'level' | 'topic' | 'after'>>(
  courses: readonly T[],
): T[] {
  const byId = new Map(courses.map((course) => [course.id, course]));
  const depth = (course: T, seen: readonly string[] = []): number => {
    const before = course.after.flatMap((id) => byId.get(id) ?? []).filter(({ id }) => !seen.includes(id));
    return before.reduce((deepest, other) => Math.max(deepest, 1 + depth(other, [...seen, course.id])), 0);
  };
  return courses
    .map((course) => ({ course, depth: depth(course) }))
    .sort(
      (a, b) =>
        topicRank(a.course) - topicRank(b.course) ||
        a.depth - b.depth ||
        levelRank(a.course) - levelRank(b.course) ||
        a.course.id.localeCompare(b.course.id),
    )
    .map(({ course }) => course);
}

const LEVELS = ['beginner', 'intermediate', 'advanced'];
/** A course without a topic is the last. */
const topicRank = ({ topic }: Pick<Course, 'topic'>) => (topic ? TOPICS.indexOf(topic) : TOPICS.length);
const levelRank = ({ level = 'beginner' }: Pick<Course, 'level'>) => LEVELS.indexOf(level);

/**
 * Takes the sample from the first page of a course whose first step is a command with a result: nothing has to be run
 * before it. `null`, which JSON knows, where no course begins like that.
 */
export function sampleOf(
  courses: readonly Course[],
  pageOf: (id: string) => Page | undefined,
): Sample | null {
  for (const { title, permalink, pages } of courses) {
    const first = pages.find(({ info }) => info);
    const step = first && pageOf(first.id)?.steps[0];
    if (!first?.info || step?.role !== 'command' || !step.result || step.skip) continue;
    const { form, body, match, reason } = step.result;
    return {
      course: { title, permalink },
      page: { id: first.id, pages: { [first.id]: first.info }, records: [] },
      step: step.id,
      fences: [
        {
          language: 'bash',
          metastring: writeFenceMarks({ role: 'command', id: step.id }),
          paint: highlight(step.script, 'bash'),
          children: step.script,
        },
        {
          language: form,
          metastring: writeFenceMarks({ role: 'result', id: step.id, match, reason }),
          paint: highlight(body, form),
          children: body,
        },
      ],
    };
  }
  return null;
}
