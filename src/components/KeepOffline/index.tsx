import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import { courseListUrl } from '../../site/kept-courses.ts';
import { Button } from '../Button/index.tsx';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import { usePageId } from '../Practice/page-info.ts';
import { KeepLabel } from './label.tsx';
import styles from './styles.module.css';

const Control = lazyComponent(() => import(/* webpackChunkName: "offline" */ './control.tsx'), {
  loading: Before,
  fallback: Before,
});

/** On the overview of a course: keeps it on the device, and lets it go again. The development server keeps nothing. */
export function KeepOffline(): ReactNode {
  const { baseUrl } = useDocusaurusContext().siteConfig;
  const [course = ''] = usePageId().split('/');
  if (process.env.NODE_ENV !== 'production') return null;
  return (
    <p className={styles.line} data-keep-offline data-needs-scripts>
      <Control baseUrl={baseUrl} list={courseListUrl(baseUrl, course)} />
    </p>
  );
}

/** Takes the room of the control until that comes. */
function Before(): ReactNode {
  return (
    <Button look="plain" disabled>
      <KeepLabel />
    </Button>
  );
}
