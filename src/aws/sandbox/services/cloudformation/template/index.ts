import { creationOrder } from './order.ts';
import { parseTemplate } from './parse-template.ts';
import { checkReferences } from './references.ts';
import type { Template } from './types.ts';

export { checkCapabilities, neededCapability } from './capabilities.ts';
export { evaluate, evaluateText, NO_VALUE, type ResourceView, type Scope, textOf } from './evaluate.ts';
export { creationOrder, dependenciesOf } from './order.ts';
export {
  describeParameters,
  type ParameterValues,
  resolveParameters,
  valueOfParameter,
} from './parameters.ts';
export { pseudoParameter } from './pseudo-parameters.ts';
export { referencesIn } from './references.ts';
export { isObject, type ResourceDeclaration, type Template, type TemplateObject } from './types.ts';

/** Reads a template and checks all that can be checked without values. Throws a ValidationError. */
export function readTemplate(text: string): Template {
  const template = parseTemplate(text);
  checkReferences(template);
  creationOrder(template);
  return template;
}
