import { invalidParameterFailure } from '../failures.ts';

/** Throws for metadata that cannot stand in headers, in botocore's words (its validate_ascii_metadata). */
export function checkMetadata(metadata: unknown): void {
  for (const [key, value] of Object.entries(metadata ?? {}))
    if (/[^\0-\x7f]/.test(key + value))
      throw invalidParameterFailure(
        `Parameter validation failed:\nNon ascii characters found in S3 metadata for key "${key}", value: "${value}".  \nS3 metadata can only contain ASCII characters. `,
      );
}
