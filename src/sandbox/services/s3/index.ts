import { loadOperation, type Service } from '../../operation/index.ts';
import { checkIntegrity } from './integrity.ts';
import { locate } from './locate.ts';

export const s3: Service = {
  load: (name) => loadOperation(name, import(`./operations/${name}.ts`)),
  locate,
  intercept: (_input, request) => checkIntegrity(request),
};
