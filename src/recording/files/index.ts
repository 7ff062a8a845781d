/** Files of recordings: `test/recordings/<course>/<page>.json`. */
export { ageProblem } from './age.ts';
export { readRecording, recordingCommand, recordingFile, recordingSize, writeRecording } from './store.ts';
