import Translate from '@docusaurus/Translate';
import courses from '@generated/tejun-courses/default/courses.json';
import type { ReactNode } from 'react';
import { TOPICS, type Topic } from '../../site/courses.ts';
import { CourseList } from './index.tsx';

/** All courses by topic, in the order in which they build on each other. */
export function LearningPath(): ReactNode {
  return [...TOPICS, undefined].map((topic) => {
    const ofTopic = courses.filter((course) => course.topic === topic);
    if (ofTopic.length === 0) return null;
    return (
      <section key={topic ?? 'other'}>
        <h2>
          <TopicName topic={topic} />
        </h2>
        <CourseList courses={ofTopic} />
      </section>
    );
  });
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
