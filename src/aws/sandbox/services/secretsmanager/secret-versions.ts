import type { OperationContext } from '../../operation/index.ts';
import { invalidSecretParameter, noRequestToken, resourceExists } from './secrets-errors.ts';
import { type Secret, type SecretVersion, type VersionKey, versionWith } from './secrets-state.ts';

export const CURRENT = 'AWSCURRENT';
const PREVIOUS = 'AWSPREVIOUS';

export interface GivenValue {
  readonly SecretString?: string | undefined;
  readonly SecretBinary?: Uint8Array | undefined;
  readonly ClientRequestToken?: string | undefined;
}

export function givesValue({ SecretString, SecretBinary }: GivenValue): boolean {
  return SecretString !== undefined || SecretBinary !== undefined;
}

/** Checks a value that a request gives. Throws InvalidParameterException. */
export function checkValue({ SecretString, SecretBinary }: GivenValue): void {
  if (SecretString !== undefined && SecretBinary !== undefined)
    throw invalidSecretParameter(
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
}

/**
 * Adds a version with a value. The same versionToken with the same value is the same request once more; with another value it
 * is refused with ResourceExistsException.
 */
export function addVersion(
  secret: Secret,
  given: GivenValue,
  stages: readonly string[],
  { clock, key }: Pick<OperationContext<unknown>, 'clock'> & { readonly key: VersionKey | undefined },
): SecretVersion {
  const id = given.ClientRequestToken;
  if (id === undefined) throw noRequestToken();
  const known = secret.versions.find((version) => version.id === id);
  if (known) {
    if (isSame(known, given)) return known;
    throw resourceExists(
      `You can't use ClientRequestToken ${id} because that value is already in use for a version of secret ${secret.arn}.`,
    );
  }
  const { SecretString: text, SecretBinary: binary } = given;
  const version: SecretVersion = { id, text, binary, created: clock.account(), stages: new Set(), key };
  secret.versions.push(version);
  // The first version is the current one, whatever its labels are.
  const labels = secret.versions.length === 1 ? [CURRENT, ...stages] : stages;
  for (const stage of new Set(labels)) moveStage(secret, stage, version);
  return version;
}

/** Moves a staging label. The version that AWSCURRENT leaves becomes AWSPREVIOUS. */
export function moveStage(secret: Secret, stage: string, to: SecretVersion): void {
  const from = versionWith(secret, stage);
  if (from === to) return;
  from?.stages.delete(stage);
  to.stages.add(stage);
  if (stage === CURRENT && from) {
    versionWith(secret, PREVIOUS)?.stages.delete(PREVIOUS);
    from.stages.add(PREVIOUS);
  }
}

function isSame({ text, binary }: SecretVersion, { SecretString, SecretBinary }: GivenValue): boolean {
  return text === SecretString && String(binary) === String(SecretBinary);
}
