import type { IncomingRequest, Perform } from '../../operation/index.ts';
import { s3Address } from '../../protocols/index.ts';
import { websiteAddress } from './website/address.ts';

/** Answers what is no operation of the model: a form that a browser posts, websites, and what asks for CORS. */
export async function front(request: IncomingRequest, perform: Perform): Promise<Response> {
  const { message, signature } = request;
  const { method, url, host, path } = message;
  const website = websiteAddress(host);
  if (website)
    return (await import(/* webpackChunkName: "s3-objects" */ './website/index.ts')).serveWebsite(
      request,
      website,
      perform,
    );
  if (method === 'POST' && url.search === '' && signature.kind === 'none') {
    const { bucket, key } = s3Address(host, path);
    if (bucket !== undefined && key === undefined)
      return (await import(/* webpackChunkName: "s3-objects" */ './form-post/index.ts')).postObject(
        request,
        bucket,
        perform,
      );
  }
  if (method !== 'OPTIONS' && !message.headers.has('origin')) return perform(message, signature);
  const address = addressOf(host, path);
  const { preflight, withCors } = await import(/* webpackChunkName: "s3-objects" */ './cors-answers.ts');
  return method === 'OPTIONS'
    ? preflight(request, address)
    : withCors(await perform(message, signature), request, address);
}

/** No bucket where the path cannot be read: what the operation says of it stands. */
function addressOf(host: string, path: string): ReturnType<typeof s3Address> {
  try {
    return s3Address(host, path);
  } catch {
    return {};
  }
}
