export { checkBucketName } from './bucket.ts';
export { type Endpoint, findEndpoint } from './endpoint.ts';
export { serialize } from './serialize.ts';
