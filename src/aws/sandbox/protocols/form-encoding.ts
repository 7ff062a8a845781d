import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import type { ErrorCatalogue } from '../errors/index.ts';
import { type FormDialect, formTree, readForm, type Traits } from './form-reader.ts';
import { UnreadableValue } from './scalar.ts';
import type { Message, Structure } from './types.ts';

/** The parameters of a query request: of the URL, then of the form in the body. */
function formParameters(message: Message): [string, string][] {
  const body = new TextDecoder().decode(message.body);
  return [...message.url.searchParams, ...new URLSearchParams(body)];
}

/** The `Action` of a query request; '' where there is none. */
export function identifyAction(message: Message): string {
  return formParameters(message).find(([name]) => name === 'Action')?.[1] ?? '';
}

export function readFormInput(
  message: Message,
  operation: StaticOperationSchema,
  dialect: FormDialect,
  errors: ErrorCatalogue,
): Structure {
  const schema = NormalizedSchema.of(operation[4]);
  if (!schema.isStructSchema()) return {};
  try {
    return readForm(schema, formTree(formParameters(message)), dialect);
  } catch (error) {
    if (error instanceof UnreadableValue) throw errors.unreadable(error.path, error.text, error.type);
    throw error;
  }
}

export function formWireName(operation: StaticOperationSchema, member: string, dialect: FormDialect): string {
  const schema = NormalizedSchema.of(operation[4]).getMemberSchema(member);
  return dialect.memberKey(member, schema.getMergedTraits() as Traits);
}
