import { Terminal as Headless } from '@xterm/headless';
import { createPersistedStore } from '../../../src/session/index.ts';
import { Terminal, type TerminalSession } from '../../../src/session/terminal/index.ts';
import type { EventResult, SessionState } from '../../../src/session/types.ts';
import type { ShellOutput } from '../../../src/shell/index.ts';

/** A session that answers a command with what `answers` has for it. */
class FakeSession implements TerminalSession {
  readonly pages = [];
  state: SessionState = { phase: 'ready', results: [] };
  readonly typed: string[] = [];
  answers: Record<string, Partial<ShellOutput>> = {};
  candidates: readonly string[] = [];
  stopped = 0;
  #listeners = new Set<() => void>();
  #release: (() => void) | undefined;

  subscribe(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  add(...performed: EventResult[]) {
    this.state = { ...this.state, results: [...this.state.results, ...performed] };
    for (const listener of this.#listeners) listener();
  }
  change(change: Partial<SessionState>) {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }
  /** Lets `sleep` end. */
  end() {
    this.#release?.();
  }
  beginAnew() {
    this.state = { phase: 'ready', results: [] };
    for (const listener of this.#listeners) listener();
  }
  async type(script: string) {
    this.typed.push(script);
    if (script === 'sleep') await new Promise<void>((resolve) => (this.#release = resolve));
    const output: ShellOutput = { stdout: '', stderr: '', exitCode: 0, ...this.answers[script] };
    this.add({ event: { kind: 'typed', script, at: 0 }, output });
    return output;
  }
  stop() {
    this.stopped += 1;
    this.answers.sleep = { exitCode: 130, stopped: 'stopped by the reader' };
    this.#release?.();
  }
  async complete(line: string, cursor: number) {
    const from = line.lastIndexOf(' ', cursor - 1) + 1;
    const word = line.slice(from, cursor);
    return { candidates: this.candidates.filter((one) => one.startsWith(word)), from };
  }
  isUnfinished = async (script: string) => /\\$/.test(script) || (script.match(/'/g)?.length ?? 0) % 2 === 1;
}

/** A terminal on a screen without a window. */
export function openTerminal(columns = 40, history: readonly string[] = []) {
  const xterm = new Headless({ cols: columns, rows: 12, allowProposedApi: true, convertEol: false });
  const session = new FakeSession();
  const stored = createPersistedStore<readonly string[]>(`history ${Math.random()}`, () => history);
  const screen = {
    write: (text: string) => xterm.write(text),
    clear: () => xterm.write('\x1b[2J\x1b[3J\x1b[H'),
    get columns() {
      return xterm.cols;
    },
  };
  const terminal = new Terminal(screen, session, stored, {
    elapsed: (ms) => `(${ms} ms)`,
    tooMany: (count) => `${count} of them`,
    tooLong: (most) => `more than ${most}`,
    judged: (number, isExpected) => `step ${number}: ${isExpected ? 'as expected' : 'differs'}`,
    ended: 'a new shell',
    begunAnew: 'begun anew',
    broken: 'broken',
  });
  const settle = async () => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    await new Promise<void>((resolve) => xterm.write('', resolve));
  };
  return {
    session,
    terminal,
    xterm,
    press: async (...data: string[]) => {
      for (const one of data) terminal.input(one);
      await settle();
    },
    settle,
    /** Returns the lines of the screen, without blank ones at its end. */
    lines: () => {
      const { active } = xterm.buffer;
      const lines = Array.from({ length: active.length }, (_, row) =>
        active.getLine(row)?.translateToString(true).trimEnd(),
      );
      while (lines.at(-1) === '') lines.pop();
      return lines;
    },
    cursor: () => [xterm.buffer.active.cursorY, xterm.buffer.active.cursorX],
  };
}
