import { commandLine, comparableArguments, type RecordedStep } from '../../recording/index.ts';
import type { RecordedPage } from './recorder.ts';

/** A page's recording in one language. */
export interface LocalisedRecording {
  readonly locale: string;
  /** The page's file in this language. */
  readonly file: string;
  readonly recorded: RecordedPage;
}

/** Why one recording cannot serve all languages, in one sentence; undefined where it can. */
export function disagreement([first, ...others]: readonly LocalisedRecording[]): string | undefined {
  if (!first) return undefined;
  for (const other of others) {
    const found = difference(first.recorded.steps, other.recorded.steps);
    if (found) {
      return `${first.file} and ${other.file} do not make the same calls: ${found}. A recording serves every language: make their commands equal.`;
    }
  }
  return undefined;
}

/** Outputs may differ, as they do from run to run; what was asked for and whether it succeeded may not. */
function difference(one: readonly RecordedStep[], other: readonly RecordedStep[]): string | undefined {
  const [calls, others] = [callsOf(one), callsOf(other)];
  for (let index = 0; index < Math.max(calls.length, others.length); index++) {
    const [a, b] = [calls[index], others[index]];
    if (a?.key !== b?.key)
      return `${a?.shown ?? 'nothing more'} in the one, ${b?.shown ?? 'nothing more'} in the other`;
  }
  return undefined;
}

interface Called {
  readonly key: string;
  readonly shown: string;
}

/** Calls that a step makes at once are started in any order. */
function callsOf(steps: readonly RecordedStep[]): Called[] {
  return steps.flatMap(({ id, calls }) =>
    calls
      .map(({ arguments: args, exitCode }) => ({
        key: JSON.stringify([id, comparableArguments(args).map(withoutUuids), exitCode]),
        shown: `${id} \`${commandLine(args)}\` (exit code ${exitCode})`,
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  );
}

/** The CLI draws one by itself where a service wants a token (`ClientRequestToken`), and its version has it as its id. */
function withoutUuids(arg: string): string {
  return arg.replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<uuid>');
}
