/** Recordings of `aws` in the place of `aws`: what they hold, and how they are played. Their files: `files/`. */
export { commandLine, comparableArguments, withoutCodes } from './arguments.ts';
export { recordedFacts, versionIn } from './facts.ts';
export { type RecordedAnswers, RecordedPages } from './recorded-pages.ts';
export type {
  Content,
  RecordedCall,
  RecordedStep,
  Recording,
} from './types.ts';
