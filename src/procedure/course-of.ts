/** Returns the course of a page, the first folder of its id: `s3-buckets/make-bucket` -> `s3-buckets`. */
export const courseOf = (id: string): string => id.split('/')[0] ?? id;
