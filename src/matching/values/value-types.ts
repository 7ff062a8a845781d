import { accountIdPattern, secretPattern, sessionTokenPattern, uniqueIdPattern } from './credentials.ts';
import { fingerprintPattern, imageDigestPattern, macAddressPattern } from './digest.ts';
import { cutAddressPattern, cutIdPattern, elisionPattern, maskPattern } from './elision.ts';
import { ipPattern } from './ip.ts';
import { keyMaterialPattern, signaturePattern, urlExpiryPattern } from './opaque-token.ts';
import { placedIdPattern } from './placed-id.ts';
import { placeholderPattern } from './placeholder.ts';
import { documentedIdPattern, wordyIdPattern } from './random-id.ts';
import { cliVersionPattern, homePattern } from './reader-values.ts';
import { resourceIdPattern } from './resource-id.ts';
import { serviceId } from './service-id.ts';
import { dateInWordPattern, timestampPattern } from './timestamp.ts';
import type { ValuePattern } from './types.ts';
import { requestIdPattern, uuidPattern } from './uuid.ts';

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
