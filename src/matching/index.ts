export { matchCheck } from './check.ts';
export { formatVerdict } from './format.ts';
export { match } from './match.ts';
export { type Revision, revise } from './revise/index.ts';
export { matchExit, matchSilence } from './roles.ts';
export { seenAs } from './seen.ts';
export type {
  Accepted,
  AccountData,
  Actual,
  Bindings,
  Difference,
  DifferenceKind,
  DiffLine,
  MatchContext,
  Notice,
  ValueType,
  Verdict,
} from './types.ts';
