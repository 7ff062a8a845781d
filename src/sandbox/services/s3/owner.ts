import type { AccountState } from '../../state/index.ts';

/** New accounts' owners have no display name. */
export const ownerOf = ({ canonicalUserId }: AccountState) => ({ ID: canonicalUserId });

/** S3 names the IAM user here; the sandbox keeps no more than the account. */
export const initiatorOf = ownerOf;
