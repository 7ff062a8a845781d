import { readRecording } from '../../recording/files/index.ts';

/** Reads all recordings of these pages. @returns what was recorded, a CLI version each. @throws RecordingError */
export function recordedVersions(root: string, pages: readonly string[]): string[] {
  const recordings = [...new Set(pages)].flatMap((page) => readRecording(root, page) ?? []);
  return [...new Set(recordings.map(({ provenance }) => provenance.cli))];
}
