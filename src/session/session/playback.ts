import type { Journal, JournalEntry, Performed } from '../types.ts';
import type { Board } from './board.ts';
import { goesOn } from './journal.ts';
import type { Player, PlayerConnection, PracticeData } from './types.ts';

/** A journal, and the player that plays it: a player that was lost or stopped is replaced by one that plays it anew. */
export class Playback {
  readonly #data: PracticeData;
  readonly #board: Board;
  readonly #connect: () => PlayerConnection;
  #connection: PlayerConnection;
  #journal: Journal;
  /** Settles when the player has played the journal. */
  #played: Promise<void> = Promise.resolve();

  constructor(
    data: PracticeData,
    board: Board,
    {
      connection,
      connect,
      journal,
    }: { connection: PlayerConnection; connect: () => PlayerConnection; journal: Journal },
  ) {
    this.#data = data;
    this.#board = board;
    this.#connection = connection;
    this.#connect = connect;
    this.#journal = journal;
  }

  get journal(): Journal {
    return this.#journal;
  }

  /** Settles when the player has played the journal; rejects where it is lost. */
  settled(): Promise<void> {
    return this.#played;
  }

  /** Asks the player something, once it has played the journal. */
  async ask<T>(question: (player: Player) => T | Promise<T>): Promise<T> {
    await this.#played;
    return question(this.#connection.player);
  }

  /** Has the player do one thing more. Rejects where the player is lost. */
  perform(entry: JournalEntry): Promise<Performed> {
    return performOn(this.#connection, entry);
  }

  /** The journal as it was written down after that. */
  extend(journal: Journal): void {
    this.#journal = journal;
  }

  /** Has the player that was connected first play the journal. */
  begin(journal: Journal): Promise<void> {
    return this.#play(journal, (performed) => this.#board.note(performed));
  }

  /** Has a new player play a journal from its beginning, and shows what comes of it. */
  restart(journal: Journal): Promise<void> {
    this.#board.show({ phase: 'opening', performed: [], running: undefined });
    this.#reconnect();
    return this.begin(journal);
  }

  /** Has a new player play the same journal, of which all is shown already. */
  replace(): void {
    this.#reconnect();
    // Who waits for the player hears of it.
    this.#play(this.#journal, () => {}).catch(() => {});
  }

  /** Plays what another tab has added; a journal that is another one is played from its beginning. */
  async catchUp(found: Journal): Promise<void> {
    await this.#played;
    if (!goesOn(found, this.#journal)) return this.restart(found);
    const missed = found.entries.slice(this.#journal.entries.length);
    this.#journal = found;
    for (const entry of missed) this.#board.note(await this.perform(entry));
  }

  #reconnect(): void {
    this.#connection.end();
    this.#connection = this.#connect();
  }

  #play(journal: Journal, note: (performed: Performed) => void): Promise<void> {
    this.#journal = journal;
    // It may be replaced while it plays.
    const connection = this.#connection;
    const play = async () => {
      await Promise.race([connection.player.begin(this.#data, journal), connection.broken]);
      for (const entry of journal.entries) note(await performOn(connection, entry));
      this.#board.show({ phase: 'ready' });
    };
    this.#board.show({ phase: 'opening' });
    this.#played = play();
    this.#played.catch(() => this.#board.show({ phase: 'broken' }));
    return this.#played;
  }
}

const performOn = ({ player, broken }: PlayerConnection, entry: JournalEntry): Promise<Performed> =>
  Promise.race([player.perform(entry), broken]);
