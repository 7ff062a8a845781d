import type { AccountState } from '../../../operation/index.ts';
import { validationError } from '../cloudformation-errors.ts';
import { type Blueprint, type Stack, type StackResource, stacksIn } from '../cloudformation-state.ts';
import { noSuchAttribute } from '../resource-types/index.ts';
import {
  evaluateValue,
  ownValue,
  pseudoParameter,
  type ResourceDeclaration,
  type ResourceView,
  type Scope,
  valueOfParameter,
} from '../template/index.ts';

/** Everything that a stack's template is worked out with. */
interface ScopeContext {
  readonly state: AccountState;
  readonly stack: Stack;
  readonly blueprint: Blueprint;
  /** The resources that a value may mention. */
  view(name: string): ResourceView | undefined;
  /** Is told the name of each export that is used. */
  onImport?(name: string): void;
}

/** The scope in which the values of a stack's template are worked out. */
export function scopeOf({ state, stack, blueprint, view, onImport }: ScopeContext): Scope {
  const { template, parameters } = blueprint;
  const facts = {
    account: state.account.id,
    region: stack.region,
    stackId: stack.id,
    stackName: stack.name,
  };
  const scope: Scope = {
    template,
    region: stack.region,
    parameter: (name) => {
      const value = parameters.get(name);
      return value ? valueOfParameter(value) : pseudoParameter(name, facts);
    },
    resource: view,
    condition: (name) => evaluateValue(template.conditions[name], scope) === true,
    imported: (name) => {
      onImport?.(name);
      return exportedValue(name, { state, region: stack.region });
    },
  };
  return scope;
}

/** Leaves the resources whose conditions hold, by name. */
export function presentResources(scope: Scope): Map<string, ResourceDeclaration> {
  return new Map(
    Object.entries(scope.template.resources).filter(
      ([, { Condition }]) => Condition === undefined || scope.condition(Condition),
    ),
  );
}

/** A resource that is there, as templates see it. */
export function viewOf(resource: StackResource): ResourceView {
  const { logicalId, physicalId, attributes } = resource;
  return {
    ref: physicalId,
    attribute: (name) => {
      const value = ownValue(attributes, name);
      if (value === undefined) throw noSuchAttribute(logicalId, name);
      return value;
    },
  };
}

function exportedValue(
  name: string,
  context: { readonly state: AccountState; readonly region: string },
): string {
  const found = stacksIn(context)
    .flatMap(({ outputs }) => outputs)
    .find(({ exportName }) => exportName === name);
  if (!found) throw validationError(`No export named ${name} found`);
  return found.value;
}
