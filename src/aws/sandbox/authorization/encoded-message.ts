import { sha256Hex } from '../../wire/sigv4/index.ts';
import type { AccountState, CallerIdentity } from '../state/index.ts';
import { type ConditionValues, present } from './condition-values.ts';

/** How many hex digits of the seal stand before the message. */
const SEAL = 32;

/** A denied action and its caller. */
interface Refused {
  readonly identity: CallerIdentity;
  readonly action: string;
  readonly resource: string;
  readonly values: ConditionValues;
  readonly explicit: boolean;
}

/**
 * The encoded authorization failure message of a denial. What it says has the members that AWS was seen to decode;
 * how it is encoded is ours: base64 in its URL form, sealed so that a message of another account or one that was
 * changed is refused.
 */
export function encodeMessage(refused: Refused, state: AccountState): string {
  const { identity, action, resource, values, explicit } = refused;
  const items = present(values).map(([key, list]) => ({
    key,
    values: { items: list.map((value) => ({ value })) },
  }));
  const text = JSON.stringify({
    allowed: false,
    explicitDeny: explicit,
    matchedStatements: { items: [] },
    failures: { items: [] },
    context: {
      principal: { id: identity.userId, arn: identity.arn },
      action,
      resource,
      conditions: { items },
    },
  });
  const bytes = new TextEncoder().encode(seal(text, state) + text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** The JSON text in an encoded message; undefined where the account did not make it. */
export function decodeMessage(encoded: string, state: AccountState): string | undefined {
  if (!/^[\w-]+$/.test(encoded) || encoded.length % 4 === 1) return undefined;
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  const decoded = new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  const text = decoded.slice(SEAL);
  return decoded.slice(0, SEAL) === seal(text, state) ? text : undefined;
}

/** Of the account: nothing secret, but nothing that a caller knows by chance. */
function seal(text: string, { canonicalUserId }: AccountState): string {
  return sha256Hex(new TextEncoder().encode(`${canonicalUserId}\n${text}`)).slice(0, SEAL);
}
