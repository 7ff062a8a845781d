import type { OperationContext } from '../../operation/index.ts';
import { newVersion } from './function-lifecycle.ts';
import type { FunctionSettings, FunctionVersion, LambdaFunction } from './lambda-state.ts';

/**
 * Publishes `$LATEST` as a new version. Where nothing has changed since the last one, it is that one again (API
 * reference, PublishVersion). It is ready when `$LATEST` is.
 */
export function publish(
  one: LambdaFunction,
  { clock, random }: Pick<OperationContext<unknown>, 'clock' | 'random'>,
  description = one.latest.settings.description,
): FunctionVersion {
  const last = one.versions.at(-1);
  if (last && isSame(last.settings, one.latest.settings)) return last;
  one.lastVersion += 1;
  const { created, updated, settings } = one.latest;
  const version = {
    ...newVersion(String(one.lastVersion), { ...settings, description }, { clock, random }),
    created: updated ?? created,
  };
  one.versions.push(version);
  return version;
}

/** True for equal code and settings; a version may have a description of its own. */
function isSame(a: FunctionSettings, b: FunctionSettings): boolean {
  const comparable = ({ code, description: _, ...rest }: FunctionSettings) =>
    JSON.stringify([code.sha256, Object.entries(rest).sort(([x], [y]) => (x < y ? -1 : 1))]);
  return comparable(a) === comparable(b);
}
