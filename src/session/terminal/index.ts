import type { PersistedStore } from '../local-storage.ts';
import { outputOf } from '../session-state.ts';
import type { EventResult } from '../types.ts';
import {
  addToHistory,
  beginSearch,
  beginWalk,
  type HistoryCursor,
  type HistorySearch,
  searchOn,
  searchPrompt,
  walk,
} from './history.ts';
import { type Key, LONGEST_INPUT, readKeys } from './keys.ts';
import { edit, insert, lineOf, replace } from './line.ts';
import { Prompt } from './prompt.ts';
import { commonBeginning, completed, inColumns, withCarriageReturns } from './terminal-text.ts';
import { markOf, renderOutput, transcriptOf, typedScript } from './transcript.ts';
import type { Screen, TerminalSession, TerminalTexts } from './types.ts';

export type { Screen, TerminalSession, TerminalTexts } from './types.ts';

const MOST_CANDIDATES = 200;

const isInterrupt = ({ kind }: Key): boolean => kind === 'interrupt';

/**
 * A terminal on a session: what is typed in it runs there, and what runs there elsewhere shows in it. Keys that come
 * while a command runs wait for it, but for Ctrl-C, which stops it.
 */
export class Terminal {
  readonly #screen: Screen;
  readonly #session: TerminalSession;
  readonly #texts: TerminalTexts;
  readonly #history: PersistedStore<readonly string[]>;
  readonly #prompt: Prompt;
  readonly #unsubscribe: () => void;
  #walk: HistoryCursor;
  #search: HistorySearch | undefined;
  #waiting: Key[] = [];
  #busy = false;
  /** The command typed here that runs. */
  #running: string | undefined;
  #shown: readonly EventResult[] = [];
  /** Output of the command that runs, as far as it is on the screen. */
  #printed = '';

  constructor(
    screen: Screen,
    session: TerminalSession,
    history: PersistedStore<readonly string[]>,
    texts: TerminalTexts,
  ) {
    this.#screen = screen;
    this.#session = session;
    this.#history = history;
    this.#texts = texts;
    this.#prompt = new Prompt(screen);
    this.#walk = beginWalk(history.get(), '');
    this.#unsubscribe = session.subscribe(() => this.#follow());
    this.#follow();
    this.#prompt.show(this.#prompt.line);
  }

  /** Takes typed or pasted text, as a terminal sends it. */
  input(data: string): void {
    const keys = readKeys(data);
    if (this.#running !== undefined && keys.some(isInterrupt)) {
      this.#waiting = [];
      this.#session.stop();
      return;
    }
    this.#waiting.push(...keys);
    void this.#work();
  }

  /** Puts a command at the prompt, for the reader to run; while another runs, once that has ended. */
  put(command: string): void {
    this.#waiting.push({ kind: 'put', text: command });
    void this.#work();
  }

  /** After the screen's size has changed. */
  refit(): void {
    if (this.#running === undefined) this.#prompt.refit();
  }

  close(): void {
    this.#unsubscribe();
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let key = this.#waiting.shift(); key; key = this.#waiting.shift()) await this.#press(key);
    } catch {
      // The session has ended while it was asked.
      this.#refuse(this.#texts.broken);
    }
    this.#busy = false;
  }

  async #press(key: Key): Promise<void> {
    if (this.#search && this.#searchOn(this.#search, key)) return;
    switch (key.kind) {
      case 'enter':
        return this.#enter();
      case 'tab':
        return this.#complete();
      case 'interrupt':
        this.#prompt.leave('^C');
        this.#walk = beginWalk(this.#history.get(), '');
        return this.#prompt.show(this.#prompt.line);
      case 'clear':
        this.#prompt.hide();
        this.#screen.clear();
        return this.#prompt.show(this.#prompt.line);
      case 'search':
        this.#search = beginSearch(this.#history.get());
        return this.#prompt.show(this.#prompt.line, searchPrompt(this.#search));
      case 'older':
        return this.#recall(-1);
      case 'newer':
        return this.#recall(1);
      case 'too-much':
        return this.#refuse(this.#texts.tooLong(LONGEST_INPUT));
      case 'put':
        return this.#prompt.show(lineOf(key.text, this.#prompt.line));
      default:
        return this.#edit(key);
    }
  }

  #edit(key: Key): void {
    const edited = edit(this.#prompt.line, key);
    const grows = edited.text.length > this.#prompt.line.text.length;
    if (grows && edited.text.length > LONGEST_INPUT) this.#refuse(this.#texts.tooLong(LONGEST_INPUT));
    else this.#prompt.show(edited);
  }

  /** Gives up what waits, and says why; the line stays as it was. */
  #refuse(reason: string): void {
    const { line } = this.#prompt;
    this.#waiting = [];
    this.#prompt.leave();
    this.#screen.write(`${reason}\r\n`);
    this.#prompt.show(line);
  }

  /** False where the key ends the search. */
  #searchOn(search: HistorySearch, key: Key): boolean {
    const history = this.#history.get();
    const { line } = this.#prompt;
    this.#search = searchOn(search, key, history);
    if (this.#search) {
      const found = lineOf(history[this.#search.at] ?? line.text, line);
      this.#prompt.show(found, searchPrompt(this.#search));
    } else this.#prompt.show(line);
    return this.#search !== undefined;
  }

  #recall(step: -1 | 1): void {
    const { line } = this.#prompt;
    const found = walk(this.#walk, line.text, step);
    if (!found) return;
    this.#walk = found;
    this.#prompt.show(lineOf(found.lines[found.at] ?? '', line));
  }

  async #enter(): Promise<void> {
    const { line } = this.#prompt;
    const script = line.text;
    if (script.trim() !== '' && (await this.#session.isUnfinished(script))) {
      return this.#prompt.show(insert({ ...line, cursor: script.length }, '\n'));
    }
    const interrupt = this.#waiting.findIndex(isInterrupt);
    if (interrupt !== -1) {
      // A Ctrl-C that came meanwhile must not wait for what it stops: it gives the line up.
      this.#waiting = this.#waiting.slice(interrupt);
      return;
    }
    this.#prompt.show({ ...line, cursor: script.length });
    this.#prompt.leave();
    if (script.trim() !== '') await this.#run(script);
    this.#walk = beginWalk(this.#history.get(), '');
    this.#prompt.show(this.#prompt.line);
  }

  async #run(script: string): Promise<void> {
    this.#history.set(addToHistory(this.#history.get(), script));
    this.#running = script;
    try {
      await this.#session.type(script);
    } catch {
      this.#screen.write(`${this.#texts.broken}\r\n`);
    }
    this.#follow();
    this.#running = undefined;
    this.#printed = '';
    this.#follow();
  }

  async #complete(): Promise<void> {
    const { line } = this.#prompt;
    const { candidates, from } = await this.#session.complete(line.text, line.cursor);
    const [only] = candidates;
    if (only === undefined) return;
    if (candidates.length === 1) return this.#prompt.show(replace(line, from, completed(only)));
    const common = commonBeginning(candidates);
    if (common.length > line.cursor - from) return this.#prompt.show(replace(line, from, common));
    const { length } = candidates;
    const list =
      length > MOST_CANDIDATES ? this.#texts.tooMany(length) : inColumns(candidates, this.#screen.columns);
    this.#prompt.leave();
    this.#screen.write(`${list}\r\n`);
    this.#prompt.show(line);
  }

  /** Shows what was done since, here and elsewhere; a session that began anew begins a new screen. */
  #follow(): void {
    const { results, running, printed = '' } = this.#session.state;
    if (running && typedScript(running) === this.#running) this.#print(printed);
    const goesOn = this.#shown.every((one, index) => results[index] === one);
    if (goesOn && results.length === this.#shown.length) return;
    const isOwn = this.#running !== undefined;
    if (!isOwn) this.#prompt.hide();
    if (!goesOn) this.#screen.write(`\x1b[90m${this.#texts.begunAnew}\x1b[39m\r\n`);
    for (const one of results.slice(goesOn ? this.#shown.length : 0)) this.#screen.write(this.#show(one));
    this.#shown = results;
    if (!isOwn) this.#prompt.show(this.#prompt.line, this.#search && searchPrompt(this.#search));
  }

  /** Writes what a command has printed since, while it still runs. */
  #print(printed: string): void {
    if (!printed.startsWith(this.#printed)) return;
    this.#screen.write(withCarriageReturns(printed.slice(this.#printed.length)));
    this.#printed = printed;
  }

  /** The reader has seen the command that was typed here, and what it has printed so far. */
  #show(performed: EventResult): string {
    const { event } = performed;
    const { pages } = this.#session;
    return this.#running !== undefined && typedScript(event) === this.#running
      ? renderOutput(outputOf(performed), this.#texts, this.#printed) + markOf(performed, pages, this.#texts)
      : transcriptOf(performed, pages, this.#texts);
  }
}
