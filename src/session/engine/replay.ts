import { proxy } from 'comlink';
import type { EventJournal, EventResult, SessionEvent } from '../types.ts';
import { isContinuationOf } from './journal.ts';
import type { SessionStore } from './session-store.ts';
import type { Executor, PracticeData, WorkerClient } from './types.ts';

/** A journal, and the player that plays it: a player that was lost or stopped is replaced by one that plays it anew. */
export class Replay {
  readonly #data: PracticeData;
  readonly #store: SessionStore;
  readonly #connect: () => WorkerClient;
  #connection: WorkerClient;
  #journal: EventJournal;
  /** Settles when the player has played the journal. */
  #played: Promise<void> = Promise.resolve();

  constructor(
    data: PracticeData,
    store: SessionStore,
    {
      connection,
      connect,
      journal,
    }: { connection: WorkerClient; connect: () => WorkerClient; journal: EventJournal },
  ) {
    this.#data = data;
    this.#store = store;
    this.#connection = connection;
    this.#connect = connect;
    this.#journal = journal;
  }

  get journal(): EventJournal {
    return this.#journal;
  }

  /** Settles when the player has played the journal; rejects where it is lost. */
  settled(): Promise<void> {
    return this.#played;
  }

  /** Asks the player something, once it has played the journal. */
  async ask<T>(question: (player: Executor) => T | Promise<T>): Promise<T> {
    await this.#played;
    return question(this.#connection.executor);
  }

  /** Has the player do one thing more, and shows what it prints meanwhile. Rejects where the player is lost. */
  perform(entry: SessionEvent): Promise<EventResult> {
    const connection = this.#connection;
    const tell = (text: string) => {
      // One that was stopped may still have something to say.
      if (connection === this.#connection) this.#store.print(text);
    };
    return performOn(connection, entry, proxy(tell));
  }

  /** The journal as it was written down after that. */
  extend(journal: EventJournal): void {
    this.#journal = journal;
  }

  /** Has the player that was connected first play the journal. */
  begin(journal: EventJournal): Promise<void> {
    return this.#play(journal, (performed) => this.#store.append(performed));
  }

  /** Has a new player play a journal from its beginning, and shows what comes of it. */
  restart(journal: EventJournal): Promise<void> {
    this.#store.update({ phase: 'opening', results: [], running: undefined });
    this.#reconnect();
    return this.begin(journal);
  }

  /** Has a new player play the same journal, of which all is shown already. */
  replace(): void {
    this.#reconnect();
    // Callers that wait for the player get the error.
    this.#play(this.#journal, () => {}).catch(() => {});
  }

  /** Plays what another tab has added; a journal that is another one is played from its beginning. */
  async catchUp(found: EventJournal): Promise<void> {
    await this.#played;
    if (!isContinuationOf(found, this.#journal)) return this.restart(found);
    const missed = found.events.slice(this.#journal.events.length);
    this.#journal = found;
    for (const entry of missed) this.#store.append(await this.perform(entry));
  }

  #reconnect(): void {
    this.#connection.end();
    this.#connection = this.#connect();
  }

  #play(journal: EventJournal, note: (performed: EventResult) => void): Promise<void> {
    this.#journal = journal;
    // It may be replaced while it plays.
    const connection = this.#connection;
    const play = async () => {
      await Promise.race([connection.executor.start(this.#data, journal), connection.broken]);
      for (const entry of journal.events) note(await performOn(connection, entry));
      this.#store.update({ phase: 'ready' });
    };
    this.#store.update({ phase: 'opening' });
    this.#played = play();
    this.#played.catch(() => this.#store.update({ phase: 'broken' }));
    return this.#played;
  }
}

const performOn = (
  { executor, broken }: WorkerClient,
  entry: SessionEvent,
  tell?: (text: string) => void,
): Promise<EventResult> => Promise.race([executor.perform(entry, tell), broken]);
