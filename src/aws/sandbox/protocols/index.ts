import type { Protocol } from '../../wire/models/index.ts';
import { ec2 } from './ec2.ts';
import { query } from './query.ts';
import { restXml } from './rest-xml.ts';
import type { ServerProtocol } from './types.ts';

export type { Message, ServerProtocol, Structure } from './types.ts';

export const serverProtocols: Readonly<Record<Protocol, ServerProtocol>> = {
  query,
  ec2,
  'rest-xml': restXml,
};
