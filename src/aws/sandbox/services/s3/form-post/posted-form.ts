import { type FormFields, fieldNeeded } from '../../../authentication/index.ts';
import { ServiceError } from '../../../operation/index.ts';
import type { Message } from '../../../protocols/index.ts';
import { invalidArgument, malformedXml } from '../s3-errors.ts';

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

const AS_THEY_ARE = ['cache-control', 'content-type', 'content-disposition', 'content-encoding', 'expires'];
/** Fields of the signature itself. */
const OF_THE_SIGNATURE = /^x-amz-(algorithm|credential|date|signature|security-token)$/;

/** The PutObject that a form means: its fields are headers, its file is the body. */
export function putOf(message: Message, bucket: string, { fields, key, file }: PostedForm): Message {
  const headers = new Headers();
  for (const name of ['user-agent', 'referer', 'origin']) {
    const value = message.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  for (const [name, value] of fields) {
    if (AS_THEY_ARE.includes(name)) headers.set(name, asHeader(value));
    else if (name === 'acl') headers.set('x-amz-acl', value);
    else if (name === 'tagging') headers.set('x-amz-tagging', taggingOf(value));
    else if (name.startsWith('x-amz-') && !OF_THE_SIGNATURE.test(name)) headers.set(name, asHeader(value));
  }
  const path = `/${[bucket, ...key.split('/')].map(encodeURIComponent).join('/')}`;
  const url = new URL(message.url);
  url.search = '';
  return {
    ...message,
    method: 'PUT',
    path,
    url,
    headers,
    body: file,
    host: hostWithout(bucket, message.host),
  };
}

/** The path names the bucket: the host must not do it again. */
function hostWithout(bucket: string, host: string): string {
  return host.startsWith(`${bucket}.`) ? host.slice(bucket.length + 1) : host;
}

/** A header holds bytes, each of which is a character of it. */
function asHeader(value: string): string {
  return String.fromCharCode(...new TextEncoder().encode(value.replace(/[\r\n\0]/g, ' ')));
}

/** `<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>` as `x-amz-tagging` has it. */
function taggingOf(xml: string): string {
  if (!/^\s*(<\?xml[^>]*>\s*)?<Tagging\b[^>]*>[\s\S]*<\/Tagging>\s*$/.test(xml)) throw malformedXml();
  const tags = [...xml.matchAll(/<Tag>\s*<Key>([^<]*)<\/Key>\s*<Value>([^<]*)<\/Value>\s*<\/Tag>/g)];
  return new URLSearchParams(
    tags.map(([, key = '', value = '']): [string, string] => [key, value]),
  ).toString();
}
