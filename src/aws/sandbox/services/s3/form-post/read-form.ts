import { type FormFields, fieldNeeded } from '../../../authentication/index.ts';
import { ServiceError } from '../../../errors/index.ts';
import type { Message } from '../../../protocols/index.ts';
import { invalidArgument } from '../s3-errors.ts';

/** A form that uploads one object. */
export interface PostedForm {
  /** Those before the file, which is the last: S3 does not read on after it. */
  readonly fields: FormFields;
  /** With the file's name in the place of `${filename}`. */
  readonly key: string;
  readonly file: Uint8Array;
}

/** Reads a `multipart/form-data` body. Texts of S3. Throws a ServiceError. */
export async function readMultipartForm({
  headers,
  body,
}: Pick<Message, 'headers' | 'body'>): Promise<PostedForm> {
  const form = await new Response(body as BodyInit, {
    headers: { 'content-type': headers.get('content-type') ?? '' },
  })
    .formData()
    .catch(() => {
      throw new ServiceError(
        400,
        'MalformedPOSTRequest',
        'The body of your POST request is not well-formed multipart/form-data.',
      );
    });
  const fields = new Map<string, string>();
  let file: FormDataEntryValue | undefined;
  for (const [name, value] of form) {
    if (file !== undefined) break;
    if (name.toLowerCase() === 'file') file = value;
    else fields.set(name.toLowerCase(), typeof value === 'string' ? value : await value.text());
  }
  const named = fields.get('key');
  if (named === undefined) throw fieldNeeded('key');
  if (file === undefined)
    throw invalidArgument('POST requires exactly one file upload per request.', 'file', '0');
  const fileName = typeof file === 'string' ? undefined : file.name;
  const key =
    fileName === undefined ? named : named.replace(/\$\{filename\}/g, () => fileName.replace(/^.*[\\/]/, ''));
  fields.set('key', key);
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : await bytesOf(file);
  return { fields, key, file: bytes };
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
