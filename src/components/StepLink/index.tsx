import { translate } from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

/** The anchor of a step's block, made known to Docusaurus: a link to a step that is not there fails the build. */
export function useStepAnchor(step: string | undefined): string | undefined {
  const known = useBrokenLinks();
  if (step === undefined) return undefined;
  const anchor = anchorOf(step);
  known.collectAnchor(anchor);
  return anchor;
}

/** The # beside a caption that links to the step, as headings have one. */
export function StepLink({ anchor }: { readonly anchor: string }): ReactNode {
  const label = translate({
    id: 'tejun.step.link',
    message: 'このステップへの直接リンク',
    description: 'Name of the # beside the caption of a step',
  });
  return (
    <a className={styles.link} href={`#${anchor}`} title={label}>
      <svg viewBox="0 0 16 16" role="img" aria-label={label}>
        <path d="M6.5 2 5 14M11 2 9.5 14M2.5 5.5h11.5M2 10.5h11.5" />
      </svg>
    </a>
  );
}

/** The anchor of a step: `step-3`, `step-make-bucket`; begins so that it meets no heading's. */
export function anchorOf(step: string): string {
  return step.startsWith('step-') ? step : `step-${step}`;
}
