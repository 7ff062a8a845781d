export { retry } from './attempts.ts';
export { checksumHeader } from './checksum.ts';
export { type Endpoint, endpointInRegion, findEndpoint } from './endpoint.ts';
export { checkBucketName, checkMetadata, decodeKeys, encodesKeys, withQuotedSource } from './s3-handlers.ts';
export { serialize, type Unsigned } from './serialize.ts';
