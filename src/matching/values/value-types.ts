import { accountId } from './account-id.ts';
import { cliVersion } from './cli-version.ts';
import { cutId } from './cut-id.ts';
import { dateInWord } from './date-in-word.ts';
import { elision } from './elision.ts';
import { fingerprint, macAddress } from './hardware.ts';
import { home } from './home.ts';
import { ip } from './ip.ts';
import { mask } from './mask.ts';
import { placeholder } from './placeholder.ts';
import { documentedId } from './random-id.ts';
import { requestId } from './request-id.ts';
import { resourceId } from './resource-id.ts';
import { secret } from './secret.ts';
import { serviceId } from './service-id.ts';
import { sessionToken } from './session-token.ts';
import { timestamp } from './timestamp.ts';
import { signature } from './token.ts';
import type { ValuePattern } from './types.ts';
import { uniqueId } from './unique-id.ts';
import { uuid } from './uuid.ts';

/** Every kind of value, the more telling before those that could be a part of them. A new kind is added here. */
export const valuePatterns: readonly ValuePattern[] = [
  cliVersion,
  placeholder,
  home,
  requestId,
  signature,
  cutId,
  sessionToken,
  secret,
  uuid,
  uniqueId,
  resourceId,
  serviceId,
  timestamp,
  macAddress,
  fingerprint,
  ip,
  accountId,
  documentedId,
  elision,
  mask,
  dateInWord,
];
