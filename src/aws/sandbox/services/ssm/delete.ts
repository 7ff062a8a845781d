import type {
  DeleteParameterRequest,
  DeleteParametersRequest,
  DeleteParametersResult,
} from '@aws-sdk/client-ssm';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { findParameter, onFirst, onParameter, readReference, requireEach } from './locate.ts';
import { nameConstraint, namesConstraint } from './parameter-constraints.ts';
import { parameterNotFound } from './ssm-errors.ts';
import { parametersIn } from './state.ts';

export default {
  DeleteParameter: defineOperation<DeleteParameterRequest, object>({
    constraints: { Name: nameConstraint },
    access: onParameter('DeleteParameter'),
    handle: (context) => {
      if (!remove(context, context.input.Name ?? '')) throw parameterNotFound();
      return {};
    },
  }),
  DeleteParameters: defineOperation<DeleteParametersRequest, DeleteParametersResult>({
    constraints: { Names: namesConstraint },
    access: onFirst('DeleteParameters'),
    handle: (context) => {
      const names = [...new Set(context.input.Names ?? [])];
      requireEach(context, 'DeleteParameters', names.slice(1));
      const deleted = names.filter((name) => remove(context, name));
      return {
        DeletedParameters: deleted,
        InvalidParameters: names.filter((name) => !deleted.includes(name)),
      };
    },
  }),
};

/** A version cannot be deleted alone: a name with a selector names nothing. */
function remove(context: OperationContext<unknown>, text: string): boolean {
  const { name, selector } = readReference(text);
  const parameter = selector === '' ? findParameter(context, name) : undefined;
  return parameter !== undefined && parametersIn(context).delete(parameter.name);
}
