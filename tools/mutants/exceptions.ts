import type { Change, PublishedResult } from './types.ts';

interface Exception {
  readonly kinds: readonly string[];
  readonly applies: (result: PublishedResult, change: Change) => boolean;
  /** Reason why it may pass. */
  readonly reason: string;
}

/** Wrong changes that may pass. A survivor that is none of these is a defect of the matcher. */
const EXCEPTIONS: readonly Exception[] = [
  {
    kinds: ['two lines are swapped', 'another order'],
    applies: ({ example: { match } }) => match === 'unordered' || match === 'contains',
    reason: 'The page says that the order is no matter.',
  },
  {
    kinds: ['another order'],
    applies: (_, { from }) => /^\[\{"(?:Key|Name)":/.test(from),
    reason: 'Pairs of a key and a value belong together by their key: AWS promises no order of tags.',
  },
];

/** Returns the reason why a wrong change may pass; undefined for a defect of the matcher. */
export const exceptionTo = (result: PublishedResult, change: Change): string | undefined =>
  EXCEPTIONS.find(({ kinds, applies }) => kinds.includes(change.kind) && applies(result, change))?.reason;
