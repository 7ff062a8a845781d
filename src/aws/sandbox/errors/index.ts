import type { Protocol } from '../../wire/models/index.ts';
import { ec2Errors } from './ec2-error.ts';
import { jsonErrors, restJsonErrors } from './json-service-error.ts';
import { queryErrors } from './query-error.ts';
import { s3Errors } from './s3-error.ts';
import type { ErrorCatalogue } from './types.ts';

export { failureOf, parameterNotSimulated, ServiceError } from './service-error.ts';
export type { AuthorizationFault, ErrorCatalogue, SignatureForm, ViolatedRule, Violation } from './types.ts';

/** The errors of services that speak this protocol. S3 is the only one that speaks rest-xml. */
export const catalogues: Readonly<Record<Protocol, ErrorCatalogue>> = {
  query: queryErrors,
  ec2: ec2Errors,
  json: jsonErrors,
  cbor: jsonErrors,
  'rest-json': restJsonErrors,
  'rest-xml': s3Errors,
};
