export { checkBucketName } from './bucket.ts';
export { type Endpoint, findEndpoint } from './endpoint.ts';
export { decodeKeys, encodesKeys } from './key-encoding.ts';
export { serialize } from './serialize.ts';
