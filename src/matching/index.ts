export { matchExit, matchShows, matchSilence } from './exit-and-streams.ts';
export { formatVerdict } from './format-verdict.ts';
export { inferOutput } from './infer-output.ts';
export { match } from './match.ts';
export { addExample, formOf, type Revision, revise } from './revise/index.ts';
export { onScreen } from './screen.ts';
export type {
  AccountData,
  Actual,
  Bindings,
  DifferenceKind,
  DiffLine,
  MatchContext,
  Verdict,
} from './types.ts';
export { matchCheck } from './variable-check.ts';
