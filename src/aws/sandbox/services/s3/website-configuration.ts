import type {
  DeleteBucketWebsiteRequest,
  GetBucketWebsiteOutput,
  GetBucketWebsiteRequest,
  PutBucketWebsiteRequest,
  WebsiteConfiguration,
} from '@aws-sdk/client-s3';
import { defineOperation, ServiceError } from '../../operation/index.ts';
import { bucketOf, permissionOnBucket } from './find-bucket.ts';
import { checkRoutingRules } from './routing-rules.ts';
import { invalidArgument, malformedXml } from './s3-errors.ts';

export default {
  PutBucketWebsite: defineOperation<PutBucketWebsiteRequest, object>({
    access: permissionOnBucket('s3:PutBucketWebsite'),
    handle: (context) => {
      bucketOf(context).settings.website = checked(context.input.WebsiteConfiguration ?? {});
      return {};
    },
  }),

  GetBucketWebsite: defineOperation<GetBucketWebsiteRequest, GetBucketWebsiteOutput>({
    access: permissionOnBucket('s3:GetBucketWebsite'),
    handle: (context) => {
      const { settings, name } = bucketOf(context);
      if (settings.website) return settings.website;
      throw noWebsite(name);
    },
  }),

  /** Deleting what is not there succeeds as well. */
  DeleteBucketWebsite: defineOperation<DeleteBucketWebsiteRequest, object>({
    access: permissionOnBucket('s3:DeleteBucketWebsite'),
    handle: (context) => {
      bucketOf(context).settings.website = undefined;
      return {};
    },
  }),
};

/** Text of S3. */
export const noWebsite = (bucket: string): ServiceError =>
  new ServiceError(
    404,
    'NoSuchWebsiteConfiguration',
    'The specified bucket does not have a website configuration',
    { BucketName: bucket },
  );

/** Codes: API reference, PutBucketWebsite. Our wording of the arguments. */
function checked(website: WebsiteConfiguration): WebsiteConfiguration {
  const { IndexDocument, ErrorDocument, RedirectAllRequestsTo, RoutingRules } = website;
  if (RedirectAllRequestsTo) {
    if (IndexDocument || ErrorDocument || RoutingRules) throw malformedXml();
    if (!RedirectAllRequestsTo.HostName) throw malformedXml();
    return website;
  }
  const { Suffix } = IndexDocument ?? {};
  if (Suffix === undefined) throw malformedXml();
  if (Suffix === '' || Suffix.includes('/'))
    throw invalidArgument('The IndexDocument Suffix is not well formed', 'IndexDocument', Suffix);
  if (ErrorDocument?.Key === '')
    throw invalidArgument('The ErrorDocument Key is not well formed', 'ErrorDocument', '');
  if (RoutingRules) checkRoutingRules(RoutingRules);
  return website;
}
