import { translate } from '@docusaurus/Translate';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useSyncExternalStore,
} from 'react';
import { createPersistedStore } from '../../session/index.ts';
import styles from './styles.module.css';

type Side = 'height' | 'width';

/** In pixels; absent until the reader has chosen. */
interface Size {
  readonly height?: number;
  readonly width?: number;
  /** Beside the text, on windows that are wide enough. */
  readonly beside?: boolean;
}

/** The name is none of those that wake up what practises. */
const sizes = createPersistedStore<Size>('tejun-terminal', (found) =>
  typeof found === 'object' && found !== null ? found : {},
);
const NONE: Size = {};
const LEAST = { height: 120, width: 320 };
/** Pixels that are left for the text. */
const REST = { height: 160, width: 480 };
const STEP = 24;

export function toggleBeside(): void {
  sizes.set({ ...sizes.get(), beside: !sizes.get().beside });
}

/** Tells whether the terminal stands beside the text, and gives the page the size that the reader chose. */
export function useSize(): Size {
  const size = useSyncExternalStore(sizes.subscribe, sizes.get, () => NONE);
  useEffect(() => {
    for (const side of ['height', 'width'] as const) show(side, size[side]);
  }, [size]);
  return size;
}

function show(side: Side, pixels: unknown): void {
  const { style } = document.documentElement;
  if (typeof pixels === 'number') style.setProperty(`--tejun-terminal-${side}`, `${pixels}px`);
  else style.removeProperty(`--tejun-terminal-${side}`);
}

/** The edge of the terminal: dragged, or moved with the arrow keys, it changes its size. */
export function SizeHandle({ beside = false, height, width }: Size): ReactNode {
  const side = beside ? 'width' : 'height';
  /** Size while the edge is dragged: it is stored once it is let go. */
  const dragged = useRef<number>(undefined);
  const move = ({ currentTarget, pointerId, clientX, clientY }: PointerEvent<HTMLElement>) => {
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    const { right, bottom } = drawerOf(currentTarget);
    dragged.current = withinBounds(side, beside ? right - clientX : bottom - clientY);
    show(side, dragged.current);
  };
  const letGo = () => {
    if (dragged.current !== undefined) store(side, dragged.current);
    dragged.current = undefined;
  };
  const press = ({ currentTarget, key }: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowUp: STEP, ArrowLeft: STEP, ArrowDown: -STEP, ArrowRight: -STEP }[key];
    if (by !== undefined) store(side, withinBounds(side, drawerOf(currentTarget)[side] + by));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: `<hr>` cannot be moved
    <div
      className={styles.edge}
      role="separator"
      tabIndex={0}
      aria-orientation={beside ? 'vertical' : 'horizontal'}
      aria-valuenow={(beside ? width : height) ?? LEAST[side]}
      aria-valuemin={LEAST[side]}
      aria-valuemax={mostOf(side)}
      aria-label={translate({ id: 'tejun.terminal.size', message: 'ターミナルの大きさ' })}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={move}
      onLostPointerCapture={letGo}
      onKeyDown={press}
      onDoubleClick={() => store(side, undefined)}
    />
  );
}

const drawerOf = (edge: HTMLElement) => (edge.parentElement ?? edge).getBoundingClientRect();

const mostOf = (side: Side) => (side === 'height' ? innerHeight : innerWidth) - REST[side];

const withinBounds = (side: Side, wanted: number): number =>
  Math.round(Math.max(LEAST[side], Math.min(mostOf(side), wanted)));

const store = (side: Side, pixels: number | undefined) => sizes.set({ ...sizes.get(), [side]: pixels });
