import { ServiceError } from '../../errors/index.ts';
import { type KmsPlace, keyStore } from './kms-state.ts';

/**
 * Checks grant tokens. Grants take effect at once here, so that a token adds nothing to its grant. Throws
 * InvalidGrantTokenException, of which AWS says nothing but the code.
 */
export function checkGrantTokens(tokens: readonly string[], place: KmsPlace): void {
  const grants = keyStore(place)
    .keys()
    .flatMap((key) => [...key.grants.values()]);
  const known = new Set(grants.map(({ token }) => token));
  if (!tokens.every((token) => known.has(token)))
    throw new ServiceError(400, 'InvalidGrantTokenException', '');
}
