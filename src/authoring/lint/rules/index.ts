import type { LintRule } from '../types.ts';
import { accountIdRule } from './account-id.ts';
import { emailRule, ipAddressRule } from './addresses.ts';
import {
  accessKeyRule,
  bearerTokenRule,
  privateKeyRule,
  secretKeyRule,
  sessionTokenRule,
} from './credentials.ts';
import { exportedCredentialRule } from './exported-credential.ts';
import { fullWidthRule } from './full-width.ts';
import { pagerRule } from './pager.ts';
import { promptRule } from './prompt.ts';
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
