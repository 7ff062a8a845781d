import { loadOperation, type Service } from '../../operation/index.ts';

export const s3: Service = {
  load: (name) => loadOperation(name, import(`./operations/${name}.ts`)),
};
