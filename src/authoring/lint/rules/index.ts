import type { Rule } from '../types.ts';
import { accessKey } from './access-key.ts';
import { accountId } from './account-id.ts';
import { bearerToken } from './bearer-token.ts';
import { email } from './email.ts';
import { exportedCredential } from './exported-credential.ts';
import { fullWidth } from './full-width.ts';
import { ipAddress } from './ip-address.ts';
import { pager } from './pager.ts';
import { privateKey } from './private-key.ts';
import { prompt } from './prompt.ts';
import { secretKey } from './secret-key.ts';
import { sessionToken } from './session-token.ts';

/** One file each: a new rule is a file here, a line in this list, and its cases in test/fixtures/authoring/lint/. */
export const rules: readonly Rule[] = [
  accountId,
  accessKey,
  secretKey,
  sessionToken,
  bearerToken,
  privateKey,
  email,
  ipAddress,
  prompt,
  fullWidth,
  pager,
  exportedCredential,
];
