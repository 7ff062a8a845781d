import type { ConfigSession } from '../config/index.ts';
import { generalError } from '../failures.ts';
import type { Data, S3 } from './s3-client.ts';

const MIB = 1024 ** 2;

/** From which size a file is moved in parts, and how large these are (`s3 =` in the config file). */
export interface PartSizes {
  readonly threshold: number;
  readonly chunk: number;
}

export function partSizes(session: ConfigSession): PartSizes {
  const s3 = session.settings()?.get('s3');
  const size = (name: string) => sizeOf((typeof s3 === 'object' ? s3.get(name) : undefined) ?? '8MB');
  return { threshold: size('multipart_threshold'), chunk: size('multipart_chunksize') };
}

const suffixes: Readonly<Record<string, number>> = { k: 1024, m: MIB, g: 1024 ** 3, t: 1024 ** 4 };

function sizeOf(text: string): number {
  const parts = /^(\d+)(?:([kmgt])i?b)?$/i.exec(text.trim());
  if (!parts) throw generalError(`Invalid size value: ${text}`);
  return Number(parts[1]) * (suffixes[parts[2]?.toLowerCase() ?? ''] ?? 1);
}

export interface PartRange {
  readonly from: number;
  /** The first byte that is not in it. */
  readonly to: number;
}

/** S3 takes parts of 5 MiB to 5 GiB, at most 10,000 of them. */
export function rangesOf(size: number, chunk: number): PartRange[] {
  let each = chunk;
  while (size / each > 10_000) each *= 2;
  each = Math.min(Math.max(each, 5 * MIB), 5 * 1024 * MIB);
  const ranges: PartRange[] = [];
  for (let from = 0; from < size; from += each) ranges.push({ from, to: Math.min(from + each, size) });
  return ranges;
}

/** A multipart upload: `part` sends each and tells its ETag. What fails is aborted, and thrown. */
export async function inParts(
  s3: S3,
  target: { readonly Bucket: string; readonly Key: string },
  parameters: Data,
  ranges: readonly PartRange[],
  part: (place: Data, range: PartRange) => Promise<unknown>,
): Promise<void> {
  const { UploadId } = await s3.call('CreateMultipartUpload', { ...target, ...parameters });
  try {
    const parts: Data[] = [];
    for (const [index, range] of ranges.entries()) {
      const PartNumber = index + 1;
      parts.push({ ETag: await part({ ...target, UploadId, PartNumber }, range), PartNumber });
    }
    await s3.call('CompleteMultipartUpload', { ...target, UploadId, MultipartUpload: { Parts: parts } });
  } catch (error) {
    await s3.call('AbortMultipartUpload', { ...target, UploadId });
    throw error;
  }
}
