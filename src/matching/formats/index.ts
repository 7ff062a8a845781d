import type { ResultExample } from '../../procedure/types.ts';
import { awsError } from './aws-error.ts';
import { clientError } from './client-error.ts';
import { json } from './json.ts';
import { table } from './table.ts';
import { text } from './text.ts';
import type { Format } from './types.ts';

/** Every form of result, the last for whatever no other recognises. A new form is one new file, added here. */
const formats: readonly Format[] = [awsError, clientError, json, table];

/** The form of an example: the example itself says what it is. */
export const formatOf = (example: ResultExample): Format =>
  formats.find((form) => form.recognises(example)) ?? text;

export type { Format } from './types.ts';
