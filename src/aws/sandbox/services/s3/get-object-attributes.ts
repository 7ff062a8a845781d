import type { Checksum, GetObjectAttributesOutput, GetObjectAttributesRequest } from '@aws-sdk/client-s3';
import { defineOperation, ServiceError } from '../../operation/index.ts';
import { checksumMember } from './checksums.ts';
import { checkCustomerKey } from './customer-key.ts';
import { bucketOf, objectArn, permissionOnVersion } from './find-bucket.ts';
import { findObject } from './read-object.ts';
import { invalidArgument } from './s3-errors.ts';
import type { StoredObject } from './state/index.ts';
import { shownVersion } from './versions.ts';

const NAMES = ['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize'] as const;
type Name = (typeof NAMES)[number];

export default {
  /** "You need the s3:GetObject and s3:GetObjectAttributes permissions", of a version those of versions (API reference). */
  GetObjectAttributes: defineOperation<GetObjectAttributesRequest, GetObjectAttributesOutput>({
    access: permissionOnVersion('s3:GetObjectAttributes', 's3:GetObjectVersionAttributes'),
    handle: async (context) => {
      const { input } = context;
      const action = input.VersionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion';
      context.require({ action, resource: objectArn(input) });
      const names = asked(input.ObjectAttributes ?? []);
      const object = findObject(context, input);
      await checkCustomerKey(object, input);
      return {
        LastModified: object.modified,
        ...shownVersion(bucketOf(context), object),
        ...Object.fromEntries(names.map((name) => [name, FACTS[name](object)])),
      };
    },
  }),
};

/** Code of S3; our wording. */
function asked(stated: readonly string[]): Name[] {
  const names = stated.flatMap((one) => one.split(',')).map((one) => one.trim());
  const unknown = names.find((name) => !NAMES.some((one) => one === name));
  if (unknown !== undefined || names.length === 0)
    throw invalidArgument('Invalid attribute name specified.', 'x-amz-object-attributes', unknown ?? '');
  return names as Name[];
}

const FACTS: Readonly<Record<Name, (object: StoredObject) => unknown>> = {
  /** Without the quotes that it has elsewhere. */
  ETag: ({ etag }) => etag.slice(1, -1),
  Checksum: ({ checksum }): Checksum => ({ ...checksumMember(checksum), ChecksumType: checksum.type }),
  ObjectParts: ({ partSizes, checksum }) => {
    if (!partSizes) return undefined;
    if (checksum.type === 'COMPOSITE')
      throw new ServiceError(
        501,
        'NotImplemented',
        'The Tejun sandbox does not keep the checksums of parts, which ObjectParts of this object would show.',
      );
    return { TotalPartsCount: partSizes.length };
  },
  StorageClass: ({ attributes }) => attributes.StorageClass ?? 'STANDARD',
  ObjectSize: ({ body }) => body.length,
};
