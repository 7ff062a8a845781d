import { accountIdPattern } from './account-id.ts';
import { cliVersionPattern } from './cli-version.ts';
import { cutAddressPattern, cutIdPattern } from './cut-id.ts';
import { dateInWordPattern } from './date-in-word.ts';
import { imageDigestPattern } from './digest.ts';
import { elisionPattern } from './elision.ts';
import { fingerprintPattern, macAddressPattern } from './hardware.ts';
import { homePattern } from './home.ts';
import { ipPattern } from './ip.ts';
import { keyMaterialPattern } from './key-material.ts';
import { wordyIdPattern } from './made-up.ts';
import { maskPattern } from './mask.ts';
import { signaturePattern, urlExpiryPattern } from './opaque-token.ts';
import { placedIdPattern } from './placed-id.ts';
import { placeholderPattern } from './placeholder-pattern.ts';
import { documentedIdPattern } from './random-id.ts';
import { requestIdPattern } from './request-id.ts';
import { resourceIdPattern } from './resource-id.ts';
import { secretPattern } from './secret.ts';
import { serviceId } from './service-id.ts';
import { sessionTokenPattern } from './session-token.ts';
import { timestampPattern } from './timestamp.ts';
import type { ValuePattern } from './types.ts';
import { uniqueIdPattern } from './unique-id.ts';
import { uuidPattern } from './uuid.ts';

/** Every kind of value, the more telling before those that could be a part of them. A new kind is added here. */
export const valuePatterns: readonly ValuePattern[] = [
  cliVersionPattern,
  placeholderPattern,
  homePattern,
  requestIdPattern,
  signaturePattern,
  urlExpiryPattern,
  keyMaterialPattern,
  sessionTokenPattern,
  cutIdPattern,
  cutAddressPattern,
  secretPattern,
  uuidPattern,
  uniqueIdPattern,
  resourceIdPattern,
  serviceId,
  placedIdPattern,
  timestampPattern,
  macAddressPattern,
  fingerprintPattern,
  imageDigestPattern,
  ipPattern,
  accountIdPattern,
  documentedIdPattern,
  wordyIdPattern,
  elisionPattern,
  maskPattern,
  dateInWordPattern,
];
