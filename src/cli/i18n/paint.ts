import type { styleText } from 'node:util';
import type { Freshness } from '../../translation/index.ts';

type Style = Parameters<typeof styleText>[0];
export type Painter = (style: Style, text: string) => string;

export const styles: Record<Freshness | 'commands differ', Style> = {
  fresh: 'green',
  stale: 'yellow',
  untracked: 'cyan',
  missing: 'gray',
  orphan: 'red',
  'commands differ': 'red',
};
