import type { PracticeSession } from '../../session/index.ts';

const drafts = new WeakMap<PracticeSession, Map<string, string>>();

/** Texts that are not saved yet, by the paths of their files: a drawer that is closed loses nothing. */
export function draftsOf(reader: PracticeSession): Map<string, string> {
  const known = drafts.get(reader) ?? new Map<string, string>();
  drafts.set(reader, known);
  return known;
}
