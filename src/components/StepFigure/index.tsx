import Translate from '@docusaurus/Translate';
import { type ReactNode, useState } from 'react';
import type { FenceMetadata } from '../../site/fence-metadata.ts';
import { Button } from '../Button/index.tsx';
import { Explained } from '../Explain/index.tsx';
import { PasteOutput } from '../PasteOutput/index.tsx';
import { StepLink, useStepAnchor } from '../StepLink/index.tsx';
import { StepRunner } from '../StepRun/index.tsx';
import { useStepStatus } from '../StepRun/step-status.ts';
import { ConditionsNote } from './conditions-note.tsx';
import styles from './styles.module.css';

/** Captions are theme strings: writers and translators never type them. */
const captions: Record<Exclude<FenceMetadata['role'], 'file'>, ReactNode> = {
  env: (
    <Translate id="tejun.caption.env" description="Above a command that sets environment variables">
      環境変数の設定:
    </Translate>
  ),
  check: (
    <Translate id="tejun.caption.check" description="Above a command that shows the values of variables">
      変数の確認:
    </Translate>
  ),
  command: (
    <Translate id="tejun.caption.command" description="Above a command to run">
      コマンド:
    </Translate>
  ),
  result: (
    <Translate id="tejun.caption.result" description="Above an example of a command's output">
      結果(例):
    </Translate>
  ),
};

/** Caption of a file that the reader makes. */
const FileCaption = ({ name }: { readonly name: string }): ReactNode => (
  <Translate
    id="tejun.caption.file"
    description="Above the content of a file to make"
    values={{ name: <code>{name}</code> }}
  >
    {'ファイル {name}:'}
  </Translate>
);

/** Answers that the reader types where the commands ask; an empty one is the Enter key alone. */
const Answers = ({ lines }: { readonly lines: string }): ReactNode => (
  <div data-answers>
    <Translate id="tejun.answers" description="Before the answers to the prompts of a command">
      入力する値:
    </Translate>
    {lines.split('\n').map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two answers may be equal, and none ever moves
      <span key={index}>
        {' '}
        <kbd>{line === '' ? 'Enter' : line}</kbd>
      </span>
    ))}
  </div>
);

interface Props {
  readonly kind: FenceMetadata['role'];
  /** The step that the block is, or whose result it shows. */
  readonly step?: string;
  /** Its place among the steps of the page, from 1. */
  readonly number?: string | undefined;
  /** Path of the file that the block is. */
  readonly file?: string | undefined;
  /** Conditions, and the case in which a result is printed. */
  readonly conditions?: Pick<FenceMetadata, 'only' | 'not' | 'case'>;
  /** Answers to the prompts of the step, separated by line breaks. */
  readonly answers?: string | undefined;
  /** There is something in it to explain. */
  readonly isExplained?: boolean;
  readonly children: ReactNode;
}

/** A code block with the caption of its role: what is to be run looks other than what is only to be read. */
export function StepFigure({
  kind,
  step,
  number,
  file = '',
  conditions,
  answers,
  isExplained = false,
  children,
}: Props): ReactNode {
  const look = kind === 'result' ? styles.result : styles.run;
  const anchor = useStepAnchor(kind === 'result' ? undefined : step);
  const block = kind === 'result' ? <Foldable step={step}>{children}</Foldable> : children;
  return (
    <figure id={anchor} className={`${styles.figure} ${look}`} data-role={kind} data-step={step}>
      <figcaption className={styles.caption}>
        {number !== undefined && <span className={styles.number}>{number}</span>}
        {kind === 'file' ? <FileCaption name={file} /> : captions[kind]}
        {conditions && <ConditionsNote {...conditions} />}
        {anchor && <StepLink anchor={anchor} />}
      </figcaption>
      {isExplained ? (
        <Explained step={step} number={number}>
          {block}
        </Explained>
      ) : (
        block
      )}
      {answers !== undefined && <Answers lines={answers} />}
      {step !== undefined && kind !== 'result' && (
        <StepRunner step={step} number={number} isTyped={kind !== 'file'} />
      )}
      {step !== undefined && (kind === 'result' || kind === 'check') && <PasteOutput step={step} />}
    </figure>
  );
}

/** An example folds away once the reader has a result of their own that is as expected. */
function Foldable({ step, children }: Pick<Props, 'step' | 'children'>): ReactNode {
  const isDone = useStepStatus(step) === 'passed';
  const [isWanted, setWanted] = useState(false);
  if (!isDone) return children;
  return (
    <>
      <div className={styles.fold} data-folded={!isWanted || undefined}>
        <Button look="quiet" aria-expanded={isWanted} onClick={() => setWanted(!isWanted)}>
          {isWanted ? (
            <Translate id="tejun.example.hide">例を隠す</Translate>
          ) : (
            <Translate id="tejun.example.show">例を表示する</Translate>
          )}
        </Button>
      </div>
      {isWanted && children}
    </>
  );
}
