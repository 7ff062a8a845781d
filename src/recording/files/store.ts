import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '../../procedure/index.ts';
import { leadsOut, ownCommand, replaceFile, UsageError } from '../../project/index.ts';
import type { Recording } from '../types.ts';
import { parseRecording, printRecording } from './format.ts';

const FOLDER = 'test/recordings';

/** Returns the file of a page's recording, relative to the project. */
export const recordingFile = (page: string): string => `${FOLDER}/${page}.json`;

/** The command that records a page. */
export const recordingCommand = ({ id, target }: Pick<Page, 'id' | 'target'>): string =>
  ownCommand(`doctest ${target === 'recording' ? '--target live' : '--shell bash'} --record ${id}`);

/** A recording that is there and cannot be used; the message names the file, what is wrong, and what to do. */
class RecordingError extends UsageError {
  constructor(page: string, problem: string) {
    super(`${recordingFile(page)}: ${problem} Record the page anew: ${recordingCommand({ id: page })}`);
  }
}

/** The recording of a page; undefined where there is none. @throws RecordingError */
export function readRecording(root: string, page: string): Recording | undefined {
  if (!existsSync(join(root, recordingFile(page)))) return undefined;
  const parsed = parseRecording(read(root, page));
  if ('problem' in parsed) throw new RecordingError(page, parsed.problem);
  const { recording } = parsed;
  if (recording.page !== page)
    throw new RecordingError(page, `It is the recording of another page, "${recording.page}".`);
  return recording;
}

/** Bytes of a page's recording as it is loaded; undefined where there is none. */
export function recordingSize(root: string, page: string): number | undefined {
  return statSync(join(root, recordingFile(page)), { throwIfNoEntry: false })?.size;
}

function read(root: string, page: string): string {
  try {
    if (leadsOut(root, recordingFile(page)))
      throw new Error('it is behind a link that leads out of the project');
    return readFileSync(join(root, recordingFile(page)), 'utf8');
  } catch (error) {
    throw new RecordingError(page, `It cannot be read: ${(error as Error).message}.`);
  }
}

/** Keeps a recording, in the place of an earlier one. @returns its file. @throws the file system's error; UsageError where a link leads out of the project */
export function writeRecording(root: string, recording: Recording): string {
  const file = recordingFile(recording.page);
  replaceFile(join(root, file), printRecording(recording), root);
  return file;
}

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
