export { retry } from './attempts.ts';
export { checkBucketName } from './bucket.ts';
export { checksumHeader } from './checksum.ts';
export { withQuotedSource } from './copy-source.ts';
export { type Endpoint, endpointInRegion, findEndpoint } from './endpoint.ts';
export { decodeKeys, encodesKeys } from './key-encoding.ts';
export { checkMetadata } from './metadata.ts';
export { serialize, type Unsigned } from './serialize.ts';
