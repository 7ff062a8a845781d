import { accountId } from './account-id.ts';
import { elision } from './elision.ts';
import { ip } from './ip.ts';
import { mask } from './mask.ts';
import { requestId } from './request-id.ts';
import { resourceId } from './resource-id.ts';
import { secret } from './secret.ts';
import { sessionToken } from './session-token.ts';
import { timestamp } from './timestamp.ts';
import type { ValuePattern } from './types.ts';
import { uniqueId } from './unique-id.ts';
import { uuid } from './uuid.ts';

/** Every kind of value, the more telling before those that could be a part of them. A new kind is added here. */
export const valuePatterns: readonly ValuePattern[] = [
  requestId,
  sessionToken,
  secret,
  uuid,
  uniqueId,
  resourceId,
  timestamp,
  ip,
  accountId,
  elision,
  mask,
];
