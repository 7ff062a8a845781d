import type { AccountState } from '../../operation/index.ts';
import type { Upload } from './state/index.ts';

/** Owner of the bucket and its objects. Owners of new accounts have no display name. */
export const ownerOf = ({ canonicalUserId }: AccountState) => ({ ID: canonicalUserId });

/** "If the initiator is an IAM User, this element provides the user ARN" (API reference, ListParts). */
export const initiatorOf = ({ initiator }: Upload) => ({ ID: initiator });
