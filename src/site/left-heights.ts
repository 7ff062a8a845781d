/** Part of a page in which more stands for a reader who returns than in the page as it was built. */
export interface Place {
  /** Selector of such parts once all of theirs is there. */
  readonly filled: string;
  /** Attribute that tells them apart. */
  readonly name?: string;
  /** Rule that keeps the room until then: `$n` is the name, `$h` the height. */
  readonly rule: string;
}

const DONE = ':has(p[data-verdict], [data-back])';

export const PLACES: readonly Place[] = [
  {
    filled: `[data-step]:not([data-role="result"])${DONE}`,
    name: 'data-step',
    rule: `[data-step="$n"]:not([data-role="result"], ${DONE}) { min-height: $h }`,
  },
  {
    filled: '[data-role="result"]:has([data-folded])',
    name: 'data-step',
    rule: '[data-role="result"][data-step="$n"]:not(:has([data-folded])) { height: $h; overflow: hidden }',
  },
  {
    filled: '[data-practice-bar]:has([data-restored])',
    rule: '[data-practice-bar]:not(:has([data-restored])) { min-height: $h }',
  },
];

/** Height of a part as the reader left it: index of its place, its name, pixels. */
export type LeftHeight = readonly [place: number, name: string, height: number];

/**
 * Key of the heights in the browser's storage: none of those that wake up what practises. They are kept by page, in all
 * languages and windows alike: the room of a result differs little between them.
 */
export const HEIGHTS_KEY = 'tejun-heights';

declare global {
  /** Keeps the room that the page at the address had for its reader; or, if that is over, keeps it no more. */
  var tejunHold: ((isOver?: boolean) => void) | undefined;
}
