import type {
  CORSRule,
  DeleteBucketCorsRequest,
  GetBucketCorsOutput,
  GetBucketCorsRequest,
  PutBucketCorsRequest,
} from '@aws-sdk/client-s3';
import { defineOperation, ServiceError } from '../../operation/index.ts';
import { bucketOf, permissionOnBucket } from './find-bucket.ts';
import { invalidRequest, malformedXml } from './s3-errors.ts';

/** API reference, CORSRule. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'PUT', 'HEAD', 'POST', 'DELETE']);
const MAX_RULES = 100;

export default {
  PutBucketCors: defineOperation<PutBucketCorsRequest, object>({
    access: permissionOnBucket('s3:PutBucketCORS'),
    handle: (context) => {
      const rules = context.input.CORSConfiguration?.CORSRules ?? [];
      if (rules.length === 0 || rules.length > MAX_RULES) throw malformedXml();
      rules.forEach(checkRule);
      bucketOf(context).settings.cors = rules;
      return {};
    },
  }),

  GetBucketCors: defineOperation<GetBucketCorsRequest, GetBucketCorsOutput>({
    access: permissionOnBucket('s3:GetBucketCORS'),
    handle: (context) => {
      const { settings, name } = bucketOf(context);
      if (settings.cors) return { CORSRules: [...settings.cors] };
      throw new ServiceError(404, 'NoSuchCORSConfiguration', 'The CORS configuration does not exist', {
        BucketName: name,
      });
    },
  }),

  /** "To use this operation, you must have permission to perform the s3:PutBucketCORS action" (API reference). */
  DeleteBucketCors: defineOperation<DeleteBucketCorsRequest, object>({
    access: permissionOnBucket('s3:PutBucketCORS'),
    handle: (context) => {
      bucketOf(context).settings.cors = undefined;
      return {};
    },
  }),
};

/** Texts of S3; that of wildcards as users quote it. */
function checkRule({ AllowedMethods = [], AllowedOrigins = [], AllowedHeaders = [] }: CORSRule): void {
  if (AllowedMethods.length === 0 || AllowedOrigins.length === 0) throw malformedXml();
  const unsupported = AllowedMethods.find((method) => !METHODS.has(method));
  if (unsupported !== undefined)
    throw invalidRequest(
      `Found unsupported HTTP method in CORS config. Unsupported method is ${unsupported}`,
    );
  checkWildcards('AllowedOrigin', AllowedOrigins);
  checkWildcards('AllowedHeader', AllowedHeaders);
}

function checkWildcards(element: string, values: readonly string[]): void {
  const wrong = values.find((value) => value.split('*').length > 2);
  if (wrong !== undefined) throw invalidRequest(`${element} "${wrong}" can not have more than one wildcard.`);
}
