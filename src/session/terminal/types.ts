import type { OpenSession } from '../types.ts';

/** Output of a terminal: xterm.js, or a recording of it. */
export interface Screen {
  write(text: string): void;
  /** Empties all of it and goes to its top. */
  clear(): void;
  readonly columns: number;
}

/** Part of a session that a terminal uses. */
export type TerminalSession = Pick<
  OpenSession,
  'pages' | 'state' | 'subscribe' | 'type' | 'stop' | 'complete' | 'isUnfinished'
>;

/** Texts of the terminal itself, in the reader's language. */
export interface TerminalTexts {
  elapsed(ms: number): string;
  tooMany(count: number): string;
  tooLong(most: number): string;
  /** Says the verdict on a typed step of a page. */
  judged(number: number, isExpected: boolean): string;
  readonly ended: string;
  readonly begunAnew: string;
  readonly broken: string;
}
