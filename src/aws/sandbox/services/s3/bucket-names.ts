/** Source: S3 User Guide, "General purpose bucket naming rules". */
const FORM = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const IP_ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;
const RESERVED_PREFIX = /^(xn--|sthree-|amzn-s3-demo-)/;
const RESERVED_SUFFIX = /(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3|-an)$/;

/** Tells whether a bucket can have this name at all. */
export function isBucketName(name: string): boolean {
  return FORM.test(name) && !name.includes('..') && !IP_ADDRESS.test(name);
}

/** Tells whether a new bucket may have this name. */
export function isNewBucketName(name: string): boolean {
  return isBucketName(name) && !RESERVED_PREFIX.test(name) && !RESERVED_SUFFIX.test(name);
}
