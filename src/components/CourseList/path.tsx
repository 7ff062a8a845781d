import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import allCourses from '@generated/tejun-courses/default/courses.json';
import { type ReactNode, useState } from 'react';
import { groupCourses, MOST_COURSES } from '../../site/course-groups.ts';
import type { Course, Topic } from '../../site/courses.ts';
import { containsWords } from '../Filter/contains-words.ts';
import { Filter } from '../Filter/index.tsx';
import { Fold } from '../Fold/index.tsx';
import { CourseList } from './index.tsx';

interface Props {
  readonly courses?: readonly Course[];
}

/** All courses by topic, in the order in which they build on each other; or those that have the words one asks for. */
export function LearningPath({ courses = allCourses }: Props): ReactNode {
  const [query, setQuery] = useState('');
  const isAsked = query.trim() !== '';
  const found = isAsked ? courses.filter((course) => containsWords(textOf(course), query)) : courses;
  return (
    <>
      <Filter
        label={translate({ id: 'tejun.filter.courses', message: 'ハンズオンを絞り込む' })}
        query={query}
        found={isAsked ? found.length : undefined}
        onChange={setQuery}
      />
      {isAsked ? <Found courses={found} /> : <Topics courses={found} />}
    </>
  );
}

const textOf = ({ title, description, pages }: Course): string =>
  [title, description, ...pages.map((page) => page.title)].join('\n');

function Found({ courses }: Required<Props>): ReactNode {
  return (
    <>
      <CourseList heading="h2" courses={courses.slice(0, MOST_COURSES)} />
      <FoldedCourses heading="h2" courses={courses.slice(MOST_COURSES)} />
    </>
  );
}

function Topics({ courses }: Required<Props>): ReactNode {
  return groupCourses(courses).map(({ topic, shown, folded }) => (
    <section key={topic ?? 'other'}>
      <h2>
        <TopicName topic={topic} />
      </h2>
      <CourseList courses={shown} />
      <FoldedCourses courses={folded} />
    </section>
  ));
}

function TopicName({ topic }: { readonly topic: Topic | undefined }): ReactNode {
  switch (topic) {
    case 'identity':
      return <Translate id="tejun.topic.identity">認証と権限</Translate>;
    case 'storage':
      return <Translate id="tejun.topic.storage">ストレージ</Translate>;
    case 'network':
      return <Translate id="tejun.topic.network">ネットワーク</Translate>;
    case 'compute':
      return <Translate id="tejun.topic.compute">コンピューティング</Translate>;
    case 'integration':
      return <Translate id="tejun.topic.integration">アプリケーション統合</Translate>;
    case 'operations':
      return <Translate id="tejun.topic.operations">運用管理</Translate>;
    case undefined:
      return <Translate id="tejun.topic.other">その他</Translate>;
  }
}

interface FoldedProps {
  readonly heading?: 'h2' | 'h3';
  readonly courses: readonly Course[];
}

/** Courses after those that are shown; nothing where there are none. */
function FoldedCourses({ heading, courses }: FoldedProps): ReactNode {
  if (courses.length === 0) return null;
  const plain = courses.map(({ id, title, permalink }) => (
    <Link key={id} to={permalink}>
      {title}
    </Link>
  ));
  return (
    <Fold
      summary={
        <Translate id="tejun.courses.others" values={{ count: courses.length }}>
          {'ほかの{count}件を表示'}
        </Translate>
      }
      plain={plain}
    >
      {() => <CourseList {...(heading && { heading })} courses={courses} />}
    </Fold>
  );
}
