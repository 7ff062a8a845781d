import Translate from '@docusaurus/Translate';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  isStale,
  lastEventOf,
  lastOutcome,
  type OpenSession,
  type SessionEvent,
  type StepRef,
  shownSteps,
} from '../../session/index.ts';
import { Button } from '../Button/index.tsx';
import { type PracticePage, useSession } from '../Practice/index.ts';
import { usePracticePlace } from '../Practice/practice-place.ts';
import { ScriptButtons } from '../Script/index.tsx';
import { anchorOf } from '../StepLink/index.tsx';
import { useVariables } from '../Variables/declared.ts';
import { useValues } from '../Variables/use-values.ts';
import { Announcer } from './announcer.tsx';
import { Held } from './held.tsx';
import { PracticeNotice, Question } from './notice.tsx';
import { Onward } from './onward.tsx';
import styles from './styles.module.css';

interface Props {
  readonly page: PracticePage;
  /** "Run all" was what loaded this. */
  readonly runAtOnce: boolean;
  /** Tells whether what stands here takes the place of what stood before. */
  tell(isReady: boolean): void;
}

type PendingQuestion =
  | { readonly kind: 'before'; readonly steps: readonly StepRef[] }
  | { readonly kind: 'reset' };

/** Bar that runs, stops and resets a page as a whole; loaded when something is first run. */
export default function SessionBar({ page, runAtOnce, tell }: Props): ReactNode {
  const { id, session } = page;
  const variables = useVariables();
  const values = useValues();
  const isOther = (event: SessionEvent) => isStale(event, variables, values);
  const state = useSession(session, (now) => now);
  const [opened, setOpened] = useState<OpenSession>();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<PendingQuestion>();

  const act = async (task: (opened: OpenSession) => Promise<unknown>) => {
    setAsked(undefined);
    setBusy(true);
    try {
      const opened = await session.open();
      setOpened(opened);
      await task(opened);
    } catch {
      // The notice says so.
    }
    setBusy(false);
  };
  const runAll = (before: readonly StepRef[]) =>
    act(async (opened) => {
      const outcome = await opened.runAll([...before, ...remaining(opened, id, isOther)]);
      if (outcome?.status === 'failed') showLast(opened);
    });
  const askOrRun = () =>
    act(async (opened) => {
      const first = shownSteps(opened.pages, id)[0];
      const before = first ? opened.missing(first) : [];
      if (before.length > 0) setAsked({ kind: 'before', steps: before });
      else await runAll([]);
    });

  // Pressed once, whatever React does with effects.
  const pressed = useRef(false);
  useEffect(() => {
    if (runAtOnce && !pressed.current) void askOrRun();
    pressed.current = runAtOnce;
  });
  // One that could not be loaded is loaded again when the reader asks for it.
  const { phase } = state;
  useEffect(() => {
    if (phase === 'opening' || phase === 'ready') void session.open().then(setOpened, () => {});
  }, [session, phase]);

  useLayoutEffect(() => tell(opened !== undefined), [tell, opened]);

  const isRunning = busy || state.running !== undefined;
  const left = opened ? remaining(opened, id, isOther).length : 0;
  const isTouched = state.results.length > 0;
  const isBegun = state.results.some(({ event }) => 'ref' in event && event.ref?.page === id);
  const isElsewhere = usePracticePlace() === 'own';
  return (
    <>
      <div className={styles.actions} data-restored={opened && true}>
        {left > 0 && (
          <Button aria-disabled={isRunning} onClick={() => isRunning || void askOrRun()}>
            <Translate id="tejun.bar.all">すべて実行</Translate>
          </Button>
        )}
        {isRunning && (
          <Button onClick={() => opened?.stop()}>
            <Translate id="tejun.run.stop">停止</Translate>
          </Button>
        )}
        {opened && isTouched && !isRunning && (
          <Button look="plain" onClick={() => setAsked({ kind: 'reset' })}>
            <Translate id="tejun.bar.reset">やり直す</Translate>
          </Button>
        )}
        {opened && isBegun && !isElsewhere && <ScriptButtons />}
      </div>
      {asked?.kind === 'before' && (
        <Question
          text={
            <Translate id="tejun.bar.before" values={{ count: asked.steps.length }}>
              {'この手順の前に、まだ実行していないステップが{count}個あります。'}
            </Translate>
          }
          answers={[
            {
              label: <Translate id="tejun.bar.before.all">前の手順から実行</Translate>,
              act: () => void runAll(asked.steps),
            },
            {
              label: <Translate id="tejun.bar.before.page">この手順だけ実行</Translate>,
              act: () => void runAll([]),
            },
          ]}
          forget={() => setAsked(undefined)}
        />
      )}
      {asked?.kind === 'reset' && (
        <Question
          text={
            <Translate id="tejun.bar.reset.text">
              どこまで戻しますか。それ以降に実行した内容は、ターミナルでの入力も含めて取り消されます。
            </Translate>
          }
          answers={[
            {
              label: <Translate id="tejun.bar.reset.page">この手順の前まで</Translate>,
              act: () => void act((opened) => opened.reset(id)),
            },
            {
              label: <Translate id="tejun.bar.reset.all">ハンズオンのはじめまで</Translate>,
              act: () => void act((opened) => opened.reset()),
            },
          ]}
          forget={() => setAsked(undefined)}
        />
      )}
      {opened && left === 0 && !isRunning && <Onward />}
      {state.held && <Held events={state.held} resume={() => void act((opened) => opened.resume())} />}
      <PracticeNotice state={state} retry={() => void act(async () => {})} />
      <Announcer page={page} session={opened} />
    </>
  );
}

/** The steps of a page that were not run, failed, or were run with other values. */
function remaining(session: OpenSession, page: string, isOther: (event: SessionEvent) => boolean): StepRef[] {
  return shownSteps(session.pages, page).filter((ref) => {
    const status = lastOutcome(session.state, ref)?.status;
    const event = lastEventOf(session.state, ref);
    return status === undefined || status === 'failed' || (event !== undefined && isOther(event));
  });
}

/** Brings into view what did not come out as expected, when it is on this page. */
function showLast({ state }: OpenSession): void {
  const last = state.results.at(-1)?.event;
  if (last && 'ref' in last && last.ref)
    document.getElementById(anchorOf(last.ref.step))?.scrollIntoView({ block: 'center' });
}
