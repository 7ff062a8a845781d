import { creationOrder } from './order.ts';
import { parseTemplate } from './parse-template.ts';
import { checkReferences } from './references.ts';
import type { Template } from './types.ts';

export { checkCapabilities, neededCapability } from './capabilities.ts';
export { evaluateText, evaluateValue } from './evaluate-value.ts';
export { creationOrder } from './order.ts';
export {
  describeParameters,
  type ParameterValues,
  resolveParameters,
  valueOfParameter,
} from './parameters.ts';
export { referencesIn } from './references.ts';
export { pseudoParameter, type ResourceView, type Scope } from './scope.ts';
export { isObject, ownValue, type ResourceDeclaration, type Template } from './types.ts';

/** Reads a template and checks all that can be checked without values. Throws a ValidationError. */
export function readStackTemplate(text: string): Template {
  const template = parseTemplate(text);
  checkReferences(template);
  creationOrder(template);
  return template;
}
