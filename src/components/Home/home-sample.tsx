import Link from '@docusaurus/Link';
import type { PropDocContent } from '@docusaurus/plugin-content-docs';
import { DocProvider } from '@docusaurus/plugin-content-docs/client';
import Translate from '@docusaurus/Translate';
import sample from '@generated/tejun-courses/default/sample.json';
import CodeBlock from '@theme/CodeBlock';
import { type ReactNode, useEffect } from 'react';
import type { Sample } from '../../site/page-data.ts';
import { registerPages } from '../Practice/page-info.ts';
import { useStepStatus } from '../StepRun/step-status.ts';
import styles from './styles.module.css';

/** The page of the step, as far as what runs steps asks for it. */
const page =
  sample &&
  ({
    frontMatter: { tejunPage: sample.page },
    metadata: { id: sample.page.id },
  } as unknown as PropDocContent);
if (sample) registerPages(sample.page.pages);

/** Shows the first step of the first course, which runs here as it does on its page. Nothing where there is none. */
export function HomeSample(): ReactNode {
  return (
    sample &&
    page && (
      <DocProvider content={page}>
        <Runnable sample={sample} />
      </DocProvider>
    )
  );
}

function Runnable({ sample: { course, page, step, fences } }: { readonly sample: Sample }): ReactNode {
  const isDone = useStepStatus(step) === 'passed';
  const practice = page.pages[page.id]?.practice;
  useEffect(() => (practice === undefined ? undefined : warmWhenIdle(practice)), [practice]);
  return (
    <div className={styles.sample} data-home-sample>
      {fences.map(({ children, ...fence }) => (
        <CodeBlock key={fence.language} {...fence}>
          {children}
        </CodeBlock>
      ))}
      {isDone && (
        <p className={styles.onward}>
          <Link to={course.permalink}>
            <Translate id="tejun.home.sample.onward" values={{ title: course.title }}>
              {'この続き: {title}'}
            </Translate>
          </Link>
        </p>
      )}
    </div>
  );
}

/** Loads what runs the step once the page has nothing else to do, unless the reader saves data. */
function warmWhenIdle(practice: string): (() => void) | undefined {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  if (connection?.saveData || !('requestIdleCallback' in globalThis)) return undefined;
  const idle = requestIdleCallback(
    () => void import(/* webpackChunkName: "step-controls" */ './warm.ts').then(({ warm }) => warm(practice)),
  );
  return () => cancelIdleCallback(idle);
}
