import type { Recording } from '../types.ts';
import { recordingCommand, recordingFile } from './store.ts';

export interface AgeLimit {
  /** The time of the run: ISO 8601, UTC. */
  readonly now: string;
  readonly maxAgeMs: number;
}

const DAY_MS = 86_400_000;

/** Why a recording should be made anew, in a sentence; undefined while it is young enough. */
export function ageProblem(
  recording: Recording | undefined,
  { now, maxAgeMs }: AgeLimit,
): string | undefined {
  if (!recording) return undefined;
  const { page, provenance } = recording;
  const age = Date.parse(now) - Date.parse(provenance.date);
  if (age <= maxAgeMs) return undefined;
  const days = (milliseconds: number): string => {
    const count = Math.floor(milliseconds / DAY_MS);
    return `${count} day${count === 1 ? '' : 's'}`;
  };
  return `${recordingFile(page)} is ${days(age)} old, more than ${days(maxAgeMs)}. Record the page anew: ${recordingCommand({ id: page })}`;
}
