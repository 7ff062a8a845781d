import type { Message } from '../../../protocols/index.ts';
import { malformedXml } from '../s3-errors.ts';
import type { PostedForm } from './read-form.ts';

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
