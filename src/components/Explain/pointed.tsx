import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type ReactNode, useEffect, useState } from 'react';
import { explanationsOf, type Shown } from './explanations-of.ts';
import styles from './styles.module.css';
import { rangeOf, wordAt } from './text-at.ts';

/** A word that is pointed at, and its place in the window. */
interface Pointed {
  readonly shown: Shown;
  readonly left: number;
  readonly top: number;
}

const BLOCKS = 'article figure[data-step] pre';
/** A pointer that only passes asks for nothing; one on its way to the explanation keeps it. */
const SHOW_MS = 200;
const HIDE_MS = 350;
const WIDTH = 340;

/** Explains the word of a command or a result that the reader points at; Escape takes it away. */
export default function PointedWord(): ReactNode {
  const { currentLocale } = useDocusaurusContext().i18n;
  const [pointed, setPointed] = useState<Pointed>();
  useEffect(() => {
    const known = new WeakMap<
      Element,
      { readonly text: string; readonly explained: Promise<readonly Shown[]> }
    >();
    let timer: number | undefined;
    const after = (ms: number, act: () => void) => {
      clearTimeout(timer);
      timer = window.setTimeout(act, ms);
    };
    const explain = (block: HTMLElement) => {
      const text = block.textContent ?? '';
      const kept = known.get(block);
      if (kept?.text === text) return kept.explained;
      const explained = explanationsOf(block, currentLocale).catch(() => []);
      known.set(block, { text, explained });
      void explained.then((all) => mark(block, all));
      return explained;
    };
    const show = async (block: HTMLElement, x: number, y: number) => {
      const explained = await explain(block);
      const at = wordAt(block, x, y);
      const shown = explained.find(({ start, end }) => at !== undefined && start <= at && at < end);
      if (!shown) return setPointed(undefined);
      const { left, bottom } = rangeOf(block, shown.start, shown.end).getBoundingClientRect();
      setPointed({ shown, left: Math.max(8, Math.min(left, innerWidth - WIDTH - 8)), top: bottom });
    };
    const point = ({ target, clientX, clientY, type }: PointerEvent | MouseEvent) => {
      if (!(target instanceof Element) || target.closest('[role=tooltip]')) return clearTimeout(timer);
      const block = target.closest<HTMLElement>(BLOCKS);
      if (block) after(type === 'click' ? 0 : SHOW_MS, () => void show(block, clientX, clientY));
      else after(HIDE_MS, () => setPointed(undefined));
    };
    const hide = () => setPointed(undefined);
    const press = ({ key }: KeyboardEvent) => key === 'Escape' && hide();
    document.addEventListener('pointermove', point);
    document.addEventListener('click', point);
    document.addEventListener('keydown', press);
    document.addEventListener('scroll', hide, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointermove', point);
      document.removeEventListener('click', point);
      document.removeEventListener('keydown', press);
      document.removeEventListener('scroll', hide);
    };
  }, [currentLocale]);
  if (!pointed) return null;
  const { shown, left, top } = pointed;
  return (
    <div role="tooltip" className={styles.tip} style={{ left, top }}>
      <code>{shown.word}</code>
      <p lang={shown.lang}>{shown.text}</p>
    </div>
  );
}

/** Underlines what is explained in the block, where the browser can do so without changing it. */
function mark(block: HTMLElement, explained: readonly Shown[]): void {
  if (typeof Highlight === 'undefined') return;
  const ranges = explained.map(({ start, end }) => rangeOf(block, start, end));
  CSS.highlights.set('tejun-explained', new Highlight(...ranges));
}
