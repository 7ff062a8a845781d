import type { ResultExample } from '../../procedure/types.ts';
import { awsErrorFormat } from './aws-error.ts';
import { clientErrorFormat } from './client-error.ts';
import { jsonFormat } from './json-format.ts';
import { tableFormat, textFormat } from './text-format.ts';
import type { Format } from './types.ts';

/** Every form of result, the last for whatever no other recognises. A new form is one new file, added here. */
const formats: readonly Format[] = [awsErrorFormat, clientErrorFormat, jsonFormat, tableFormat];

/** The form of an example: the example itself says what it is. */
export const formatOf = (example: ResultExample): Format =>
  formats.find((form) => form.recognises(example)) ?? textFormat;

export { readError } from './aws-error.ts';
export type { Format } from './types.ts';
