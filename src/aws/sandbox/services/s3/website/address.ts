const WEBSITE_HOST = /^(?<bucket>.+)\.s3-website[.-](?<region>[a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com$/;

/** Bucket and region of a website endpoint: `bucket.s3-website-REGION.amazonaws.com`, or with a dot (S3 User Guide). */
export function websiteAddress(
  host: string,
): { readonly bucket: string; readonly region: string } | undefined {
  const { bucket, region } = WEBSITE_HOST.exec(host.replace(/:\d+$/, '').toLowerCase())?.groups ?? {};
  return bucket !== undefined && region !== undefined ? { bucket, region } : undefined;
}
