import { loadOperation, type Service } from '../../operation/index.ts';
import { locate } from './locate.ts';

export const s3: Service = {
  load: (name) => loadOperation(name, import(`./operations/${name}.ts`)),
  locate,
  // With its checksums it is as large as all the rest: loaded where a request is made, as operations are.
  intercept: async (_input, request) => (await import('./integrity.ts')).checkIntegrity(request),
};
