import type { Protocol, ServiceMetadata } from '../../wire/models/index.ts';
import { ec2Protocol } from './ec2-protocol.ts';
import { jsonProtocol } from './json-protocol.ts';
import { queryProtocol } from './query-protocol.ts';
import { restJsonProtocol } from './rest-json-protocol.ts';
import { restXmlProtocol } from './rest-xml-protocol.ts';
import type { Message, ServerProtocol } from './types.ts';

export { bucketOfHost, s3Address } from './s3-address.ts';
export type { Message, ServerProtocol, Structure } from './types.ts';
export { element, escapeXml } from './xml-writer.ts';

/** The protocols, by what a service's traits call them; CBOR's codec is loaded when a client speaks it. */
export const serverProtocols: Readonly<Record<Exclude<Protocol, 'cbor'>, ServerProtocol>> = {
  query: queryProtocol,
  ec2: ec2Protocol,
  json: jsonProtocol,
  'rest-xml': restXmlProtocol,
  'rest-json': restJsonProtocol,
};

export async function loadProtocol(name: Protocol): Promise<ServerProtocol> {
  return name === 'cbor' ? (await import('./cbor-protocol.ts')).cborProtocol : serverProtocols[name];
}

/** The protocol of a request: what its headers say where the service speaks it, else the service's own. */
export function protocolOf({ headers }: Pick<Message, 'headers'>, service: ServiceMetadata): Protocol {
  const spoken = headers.has('smithy-protocol') ? 'cbor' : headers.has('x-amz-target') ? 'json' : undefined;
  return spoken !== undefined && service.alsoSpeaks?.includes(spoken) ? spoken : service.protocol;
}
