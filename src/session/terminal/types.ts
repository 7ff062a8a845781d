import type { OpenSession } from '../types.ts';

/** Where a terminal writes: xterm.js, or a recording of it. */
export interface Screen {
  write(text: string): void;
  /** Empties all of it and goes to its top. */
  clear(): void;
  readonly columns: number;
}

/** What a terminal asks of a session. */
export type TerminalSession = Pick<
  OpenSession,
  'pages' | 'state' | 'subscribe' | 'type' | 'stop' | 'complete' | 'isUnfinished'
>;

/** What a terminal says itself, in the reader's language. */
export interface TerminalTexts {
  elapsed(ms: number): string;
  tooMany(count: number): string;
  tooLong(most: number): string;
  /** What became of a step of a page that was typed. */
  judged(number: number, isExpected: boolean): string;
  readonly ended: string;
  readonly begunAnew: string;
  readonly broken: string;
}
