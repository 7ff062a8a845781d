import type { LintRule } from '../types.ts';
import { accessKeyRule } from './access-key.ts';
import { accountIdRule } from './account-id.ts';
import { bearerTokenRule } from './bearer-token.ts';
import { emailRule } from './email.ts';
import { exportedCredentialRule } from './exported-credential.ts';
import { fullWidthRule } from './full-width.ts';
import { ipAddressRule } from './ip-address.ts';
import { pagerRule } from './pager.ts';
import { privateKeyRule } from './private-key.ts';
import { promptRule } from './prompt.ts';
import { secretKeyRule } from './secret-key.ts';
import { sessionTokenRule } from './session-token.ts';
import { unwrittenRule } from './unwritten.ts';

/** One file each: a new rule is a file here, a line in this list, and its cases in test/fixtures/authoring/lint/. */
export const rules: readonly LintRule[] = [
  accountIdRule,
  accessKeyRule,
  secretKeyRule,
  sessionTokenRule,
  bearerTokenRule,
  privateKeyRule,
  emailRule,
  ipAddressRule,
  promptRule,
  fullWidthRule,
  unwrittenRule,
  pagerRule,
  exportedCredentialRule,
];
