import type { Actual, MatchContext } from '../../../src/matching/index.ts';
import { readJson } from '../json.ts';
import type { Change, PublishedResult, Random } from '../types.ts';
import { vary } from './vary.ts';

/** Makes the outputs of right runs with other values: ids, times, an account. */
export function* otherValues(result: PublishedResult, random: Random): Iterable<Change> {
  yield* freshValues(result, random);
  yield* otherAccount(result);
}

/** New ids and times in JSON; values that the command gave or an earlier step printed stay. */
function* freshValues({ output, context }: PublishedResult, random: Random): Iterable<Change> {
  if (readJson(output.stdout) === undefined) return;
  // When credentials expire follows from the time of the run.
  const expiries = output.stdout.match(/(?<="Expiration": ")[^"]+/g) ?? [];
  const command = [context.script ?? '', ...context.bindings.values(), ...expiries].join('\n');
  const varied = vary({ command, output: output.stdout }, undefined, random);
  if (varied.changed === 0) return;
  const [{ path, from, to } = { path: '', from: '', to: '' }] = varied.changes;
  yield { kind: 'fresh values', path, from, to, output: { ...output, stdout: varied.output } };
}

const ACCOUNT = /(?<![A-Za-z0-9])\d{12}(?![A-Za-z0-9])/g;
const OTHER = '998877665544';

/** The chain of pages run in another account. */
function* otherAccount({ output, context }: PublishedResult): Iterable<Change> {
  const [account] = `${output.stdout}\n${output.stderr}`.match(ACCOUNT) ?? [];
  if (account === undefined) return;
  const inOther = (text: string): string => text.replaceAll(account, OTHER);
  const changed: Actual = { ...output, stdout: inOther(output.stdout), stderr: inOther(output.stderr) };
  const bindings = new Map([...context.bindings].map(([shown, actual]) => [shown, inOther(actual)]));
  const there: MatchContext = { ...context, bindings, script: inOther(context.script ?? '') };
  yield { kind: 'another account', path: account, from: account, to: OTHER, output: changed, context: there };
}
