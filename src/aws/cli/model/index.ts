import type { ServiceId } from '../../wire/models/index.ts';
import type { ServiceFacts } from './types.ts';

/** Loaded with the service's model: EC2's are as large as those of the others together. */
const loaders: Readonly<Record<ServiceId, () => Promise<ServiceFacts>>> = {
  sts: async () => (await import('./sts.ts')).sts,
  iam: async () => (await import('./iam.ts')).iam,
  s3: async () => (await import('./s3.ts')).s3,
  ec2: async () => (await import('./ec2.ts')).ec2,
};

export const loadFacts = (id: ServiceId): Promise<ServiceFacts> => loaders[id]();

export { commands, s3Commands } from './commands.ts';
export type { Paginator, ServiceFacts } from './types.ts';
