import { ELISION } from '../../procedure/json/index.ts';
import type { ValuePattern } from './types.ts';

const BASE64 = 'A-Za-z0-9+/';
/** How tokens begin: regional ones, older global ones, the documentation's. */
const PREFIX = '(?:IQoJ|FwoG|FQoG|AQoD|AQoE)';

/** Base64 of no fixed size ("make no assumptions about the maximum size"); an example may show only its beginning. */
export const sessionTokenPattern: ValuePattern = {
  type: 'session-token',
  finds: new RegExp(
    `(?<![${BASE64}])(?:${PREFIX}[${BASE64}]{4,}(?:${ELISION}[${BASE64}]*=*|=*)|[${BASE64}]{100,}=*)(?![${BASE64}=])`,
    'g',
  ),
  recognises: (found) => !/^[0-9a-fA-F]+$/.test(found) && !/^(.)\1+$/.test(found),
  shape: () => `[${BASE64}]{100,}={0,2}`,
  binds: (example) => /^[A-Za-z0-9+/]+=*$/.test(example) && !/(?:X|x){8}/.test(example),
  describe: () => 'a session token (a long text in base64)',
};
