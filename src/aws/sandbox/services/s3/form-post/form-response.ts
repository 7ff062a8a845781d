import { element, escapeXml, type Message } from '../../../protocols/index.ts';
import type { PostedForm } from './posted-form.ts';

/**
 * Answers a form whose object is stored: 204, or what the form asks for.
 * Source: S3 API reference, "POST Object": `success_action_status`, `success_action_redirect`.
 */
export function answerForm(stored: Response, message: Message, bucket: string, form: PostedForm): Response {
  const { fields, key } = form;
  const etag = stored.headers.get('etag') ?? '';
  const location = `${message.url.protocol}//${message.host}${message.path.replace(/\/$/, '')}/${encodeURIComponent(key)}`;
  const headers = new Headers(stored.headers);
  headers.set('location', location);
  const redirect = redirectOf(fields.get('success_action_redirect') ?? fields.get('redirect'), {
    bucket,
    key,
    etag,
  });
  if (redirect !== undefined) {
    headers.set('location', redirect);
    return new Response(null, { status: 303, headers });
  }
  const status = fields.get('success_action_status');
  if (status === '200') return new Response(null, { status: 200, headers });
  if (status !== '201') return new Response(null, { status: 204, headers });
  headers.set('content-type', 'application/xml');
  const parts = { Location: location, Bucket: bucket, Key: key, ETag: etag };
  const content = Object.entries(parts).map(([name, text]) => element(name, escapeXml(text)));
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n${element('PostResponse', content.join(''))}`;
  return new Response(body, { status: 201, headers });
}

/** With bucket, key and ETag in its query; what cannot be a URL is overlooked. */
function redirectOf(target: string | undefined, stored: Record<string, string>): string | undefined {
  if (target === undefined || !URL.canParse(target)) return undefined;
  const url = new URL(target);
  for (const [name, value] of Object.entries(stored)) url.searchParams.append(name, value);
  return url.href;
}
