import { translate } from '@docusaurus/Translate';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useSyncExternalStore,
} from 'react';
import { createPersistedStore } from '../../session/index.ts';
import styles from './styles.module.css';

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
    const { style } = document.documentElement;
    for (const side of ['height', 'width'] as const) {
      const pixels = size[side];
      if (typeof pixels === 'number') style.setProperty(`--tejun-terminal-${side}`, `${pixels}px`);
      else style.removeProperty(`--tejun-terminal-${side}`);
    }
  }, [size]);
  return size;
}

/** The edge of the terminal: dragged, or moved with the arrow keys, it changes its size. */
export function SizeHandle({ beside = false, height, width }: Size): ReactNode {
  const side = beside ? 'width' : 'height';
  const move = ({ currentTarget, pointerId, clientX, clientY }: PointerEvent<HTMLElement>) => {
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    const { right, bottom } = drawerOf(currentTarget);
    resize(side, beside ? right - clientX : bottom - clientY);
  };
  const press = ({ currentTarget, key }: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowUp: STEP, ArrowLeft: STEP, ArrowDown: -STEP, ArrowRight: -STEP }[key];
    if (by !== undefined) resize(side, drawerOf(currentTarget)[side] + by);
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
      onKeyDown={press}
      onDoubleClick={() => sizes.set({ ...sizes.get(), [side]: undefined })}
    />
  );
}

const drawerOf = (edge: HTMLElement) => (edge.parentElement ?? edge).getBoundingClientRect();

const mostOf = (side: 'height' | 'width') => (side === 'height' ? innerHeight : innerWidth) - REST[side];

function resize(side: 'height' | 'width', wanted: number): void {
  const pixels = Math.round(Math.max(LEAST[side], Math.min(mostOf(side), wanted)));
  sizes.set({ ...sizes.get(), [side]: pixels });
}
