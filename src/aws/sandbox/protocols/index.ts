import type { Protocol, ServiceMetadata } from '../../wire/models/index.ts';
import { ec2 } from './ec2.ts';
import { json } from './json.ts';
import { query } from './query.ts';
import { restJson } from './rest-json.ts';
import { restXml } from './rest-xml.ts';
import type { Message, ServerProtocol } from './types.ts';

export { bucketOfHost, s3Address } from './s3-address.ts';
export type { Message, ServerProtocol, Structure } from './types.ts';
export { element, escapeXml } from './xml-writer.ts';

/** The protocols, by what a service's traits call them; CBOR's codec is loaded when a client speaks it. */
export const serverProtocols: Readonly<Record<Exclude<Protocol, 'cbor'>, ServerProtocol>> = {
  query,
  ec2,
  json,
  'rest-xml': restXml,
  'rest-json': restJson,
};

export async function loadProtocol(name: Protocol): Promise<ServerProtocol> {
  return name === 'cbor' ? (await import('./cbor.ts')).cbor : serverProtocols[name];
}

/** The protocol of a request: what its headers say where the service speaks it, else the service's own. */
export function protocolOf({ headers }: Pick<Message, 'headers'>, service: ServiceMetadata): Protocol {
  const spoken = headers.has('smithy-protocol') ? 'cbor' : headers.has('x-amz-target') ? 'json' : undefined;
  return spoken !== undefined && service.alsoSpeaks?.includes(spoken) ? spoken : service.protocol;
}
