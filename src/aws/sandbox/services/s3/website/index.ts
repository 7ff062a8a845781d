import type { WebsiteConfiguration } from '@aws-sdk/client-s3';
import type { IncomingRequest, Perform, ServiceError } from '../../../operation/index.ts';
import type { Message } from '../../../protocols/index.ts';
import { noSuchBucket } from '../s3-errors.ts';
import { bucketsOf } from '../state/index.ts';
import { noWebsite } from '../website-configuration.ts';
import { errorPage, readErrorDocument, type WebsiteError } from './error-page.ts';
import { pathOf, route } from './route.ts';

type Site = ReturnType<typeof siteOf>;

/**
 * Answers a request to a website endpoint: documents, folders by their index, redirections, and errors as pages.
 * Source: S3 User Guide, "Website endpoints", "Configuring an index document" and "Configuring a custom error document".
 */
export async function serveWebsite(
  request: IncomingRequest,
  address: { readonly bucket: string; readonly region: string },
  perform: Perform,
): Promise<Response> {
  const site = siteOf(request, address, perform);
  const { method } = request.message;
  if (method !== 'GET' && method !== 'HEAD') return page(await probed(site), notAllowed(method));
  const bucket = bucketsOf(request.state).get(address.bucket);
  const website = bucket?.settings.website;
  if (!website)
    return page(await probed(site), told(bucket ? noWebsite(bucket.name) : noSuchBucket(address.bucket)));
  const response = await answer(site, website);
  return method === 'HEAD' ? new Response(null, response) : response;
}

/** Opens the place that the endpoint reads objects from: as anybody, who has no signature. */
function siteOf(
  { message }: IncomingRequest,
  { bucket, region }: { bucket: string; region: string },
  perform: Perform,
) {
  const host = `${bucket}.s3.${region}.amazonaws.com`;
  const get = (path: string): Promise<Response> => {
    const url = new URL(`https://${host}/`);
    const headers = new Headers(message.headers);
    headers.set('host', host);
    const read: Message = { ...message, method: 'GET', url, path, host, headers };
    return perform(read, { kind: 'none' });
  };
  return { path: message.path, host: message.host, protocol: message.url.protocol.replace(':', ''), get };
}

async function answer(site: Site, website: WebsiteConfiguration): Promise<Response> {
  const { RedirectAllRequestsTo: elsewhere, IndexDocument, ErrorDocument, RoutingRules = [] } = website;
  if (elsewhere)
    return redirection(301, `${elsewhere.Protocol ?? site.protocol}://${elsewhere.HostName}${site.path}`);
  const at = route(RoutingRules, site);
  if (at) return redirection(at.status, at.location);
  const suffix = IndexDocument?.Suffix ?? '';
  const path = site.path.endsWith('/') ? site.path + suffix : site.path;
  const found = await site.get(path);
  if (found.ok || found.status === 304) return document(found);
  if (path === site.path) {
    const folder = await site.get(`${path}/${suffix}`);
    if (folder.ok) return redirection(302, `${path}/`);
  }
  const instead = route(RoutingRules, site, found.status);
  if (instead) return redirection(instead.status, instead.location);
  return failed(site, found, ErrorDocument?.Key);
}

async function failed(site: Site, found: Response, custom: string | undefined): Promise<Response> {
  const error = readErrorDocument(found.status, await found.text());
  if (custom === undefined) return page(found, error);
  const shown = await site.get(`/${pathOf(custom)}`);
  if (shown.ok) return document(shown, found.status);
  return page(found, error, readErrorDocument(shown.status, await shown.text()));
}

/** An object as a page; one with a redirection of its own leads there. */
function document(object: Response, status = object.status): Response {
  const location = object.headers.get('x-amz-website-redirect-location');
  return location === null
    ? new Response(object.body, { status, headers: object.headers })
    : redirection(301, location);
}

const redirection = (status: number, location: string): Response =>
  new Response(null, { status, headers: { location, 'content-length': '0' } });

function page(from: Response, error: WebsiteError, custom?: WebsiteError): Response {
  const ids = ['x-amz-request-id', 'x-amz-id-2'].map((name) => from.headers.get(name) ?? '');
  const [Code, Message] = ['Code', 'Message'].map(
    (name) => error.facts.find(([one]) => one === name)?.[1] ?? '',
  );
  return new Response(errorPage(error, ids, custom), {
    status: error.status,
    headers: {
      'x-amz-error-code': Code ?? '',
      'x-amz-error-message': Message ?? '',
      'x-amz-request-id': ids[0] ?? '',
      'x-amz-id-2': ids[1] ?? '',
      'content-type': 'text/html; charset=utf-8',
    },
  });
}

const told = ({ status, code, message, elements = {} }: ServiceError): WebsiteError => ({
  status,
  facts: [['Code', code], ['Message', message], ...Object.entries(elements)],
});

/** Any answer of S3, for the ids of a request that needs none of its objects. */
const probed = (site: Site): Promise<Response> => site.get('/');

/** As recorded on S3. */
const notAllowed = (method: string): WebsiteError => ({
  status: 405,
  facts: [
    ['Code', 'MethodNotAllowed'],
    ['Message', 'The specified method is not allowed against this resource.'],
    ['Method', method],
    ['ResourceType', 'OBJECT'],
  ],
});
