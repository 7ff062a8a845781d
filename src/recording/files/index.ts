/** Files of recordings: `test/recordings/<course>/<page>.json`. */
export {
  ageProblem,
  readRecording,
  recordingCommand,
  recordingFile,
  recordingSize,
  writeRecording,
} from './store.ts';
