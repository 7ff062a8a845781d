import { readRecording, recordingCommand } from '../../recording/files/index.ts';
import type { RecordedAnswers } from '../../recording/index.ts';

/** Recordings of a project, and what its writers do where they do not answer. `root`: absolute path of the project. */
export const answersOf = (root: string): RecordedAnswers => ({
  recordingOf: (page) => readRecording(root, page.id),
  advice: (page) => `Record the page: ${recordingCommand(page)}`,
});
