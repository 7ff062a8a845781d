import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type ReactNode, useEffect, useState } from 'react';
import { explanationsOf, type Shown } from './explanations-of.ts';
import styles from './styles.module.css';

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

/** The offset in the text of a block at a point of the window; undefined where the point is beside the text. */
function wordAt(block: HTMLElement, x: number, y: number): number | undefined {
  const caret = caretAt(x, y);
  if (!caret || !block.contains(caret.node)) return undefined;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(caret.node, caret.offset);
  const at = before.toString().length;
  // The caret is between two characters, or at the end of the line: the point must be on one of them.
  return [at - 1, at].find((one) => one >= 0 && isOn(rangeOf(block, one, one + 1), x, y));
}

/** The range of a stretch of a block's text. */
function rangeOf(block: HTMLElement, start: number, end: number): Range {
  const range = document.createRange();
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (start >= at && start < at + length) range.setStart(node, start - at);
    if (end > at && end <= at + length) range.setEnd(node, end - at);
    at += length;
  }
  return range;
}

const isOn = (range: Range, x: number, y: number): boolean =>
  [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  );

function caretAt(x: number, y: number): { readonly node: Node; readonly offset: number } | undefined {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined;
  }
  const range = document.caretRangeFromPoint(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
