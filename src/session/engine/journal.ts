import { hash } from '../../procedure/index.ts';
import type { EventJournal, SessionEvent, SessionNotice, StepRef } from '../types.ts';
import { isSealed } from './journal-seal.ts';
import type { Beginning, PracticeData } from './types.ts';

/** Changes when a journal of before would no longer give the same session. */
const FORMAT = 1;

/** Hash of account and format: a journal with another hash is discarded. */
const accountHash = ({ account }: PracticeData) => hash(JSON.stringify([FORMAT, account]));

export function newJournal(data: PracticeData, { start, seed }: Beginning): EventJournal {
  return { practice: data.id, account: accountHash(data), start, seed, events: [] };
}

/** Finding in the storage of the browser: a journal, sealed or not, or the reason why it is of no use. */
export type FoundJournal =
  | { readonly kind: 'none' }
  | { readonly kind: 'useless'; readonly notice: SessionNotice }
  /** It may be another's: what is in it is shown, and runs only when its reader asks for it. */
  | { readonly kind: 'unsealed'; readonly journal: EventJournal }
  | { readonly kind: 'sealed'; readonly journal: EventJournal };

export function readJournal(found: unknown, data: PracticeData, sealKey: Uint8Array): FoundJournal {
  if (found === undefined) return { kind: 'none' };
  const journal = withEvents(found);
  if (!isJournal(journal) || journal.practice !== data.id)
    return { kind: 'useless', notice: 'journal-unreadable' };
  if (journal.account !== accountHash(data)) return { kind: 'useless', notice: 'account-changed' };
  if (isSealed(found, sealKey)) return { kind: 'sealed', journal: withoutSeal(journal) };
  return journal.events.length > 0 ? { kind: 'unsealed', journal: withoutSeal(journal) } : { kind: 'none' };
}

const withoutSeal = ({ practice, account, start, seed, events }: EventJournal): EventJournal => ({
  practice,
  account,
  start,
  seed,
  events,
});

/** Tells whether `later` continues the same session. */
export function isContinuationOf(later: EventJournal, { start, seed, events }: EventJournal): boolean {
  if (later.start !== start || later.seed !== seed || later.events.length < events.length) return false;
  const last = events.length - 1;
  return last < 0 || JSON.stringify(later.events[last]) === JSON.stringify(events[last]);
}

/** A moment for the next entry: now, and a second after the last, so that no two things happen at once. */
export function nextInstant({ start, events }: EventJournal, now: number): number {
  const last = events.at(-1);
  return Math.max(now, last ? last.at + 1_000 : start);
}

/** The entries from before the first step of a page, or from before a step of it was first run; none without a page. */
export function eventsBefore(entries: readonly SessionEvent[], page?: string, step?: string): SessionEvent[] {
  if (page === undefined) return [];
  const isIt = (ref: StepRef | undefined) => ref?.page === page && (step === undefined || ref.step === step);
  const first = entries.findIndex((entry) => 'ref' in entry && isIt(entry.ref));
  return first < 0 ? [...entries] : entries.slice(0, first);
}

/** Journals were once kept with their events under another name. */
function withEvents(found: unknown): unknown {
  return isRecord(found) && 'entries' in found ? { ...found, events: found.entries } : found;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isJournal(value: unknown): value is EventJournal {
  if (!isRecord(value)) return false;
  const { practice, account, start, seed, events } = value;
  const texts = [practice, account, seed].every((text) => typeof text === 'string');
  return texts && isTime(start) && Array.isArray(events) && events.every(isEvent) && isTime(endOf(events));
}

function isEvent(value: unknown): value is SessionEvent {
  if (!isRecord(value) || !isTime(value.at)) return false;
  const { kind, ref, script, ms } = value;
  switch (kind) {
    case 'step':
      return isRef(ref) && typeof script === 'string' && isValues(value.values) && isTyped(value.typed);
    case 'typed':
      return typeof script === 'string';
    case 'elapse':
      return isSpan(ms) && (ref === undefined || isRef(ref));
    default:
      return false;
  }
}

/** Instants in ms that a clock can show: up to the last year of four digits. */
const LAST = Date.UTC(9999, 11, 31);
const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= LAST;
/** Time that passes; a reader whose session has expired goes back. */
const isSpan = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= LAST;

/** The latest that the account's clock can show after the events. */
const endOf = (events: readonly SessionEvent[]): number =>
  events.reduce((ms, event) => (event.kind === 'elapse' ? ms + event.ms : ms), 0) +
  events.reduce((latest, { at }) => Math.max(latest, at), 0);

function isValues(value: unknown): boolean {
  return (
    value === undefined ||
    (isRecord(value) && Object.values(value).every((chosen) => typeof chosen === 'string'))
  );
}

function isTyped(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isRecord(value) || typeof value.script !== 'string') return false;
  const { lines, tentative } = value;
  return Number.isInteger(lines) && Number(lines) >= 0 && ['boolean', 'undefined'].includes(typeof tentative);
}

function isRef(value: unknown): value is StepRef {
  return isRecord(value) && typeof value.page === 'string' && typeof value.step === 'string';
}
