import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ServiceId } from '../../src/aws/wire/models/index.ts';

/** Names of the operations that the sandbox simulates for a service, sorted. */
export async function simulatedOperations(service: ServiceId): Promise<string[]> {
  const folder = resolve(`src/aws/sandbox/services/${service}/operations`);
  const modules = readdirSync(folder).map((file) => import(`${folder}/${file}`));
  return (await Promise.all(modules)).map((module) => module.default.name as string).sort();
}
