/** Recordings of `aws` in the place of `aws`: what they hold, and how they are played. Their files: `files/`. */
export { commandLine, comparableArguments, withoutCodes } from './arguments.ts';
export { type RecordedAnswers, RecordedPages } from './recorded-pages.ts';
export { recordedFacts, versionIn } from './recording-facts.ts';
export type {
  Content,
  RecordedCall,
  RecordedStep,
  Recording,
} from './types.ts';
