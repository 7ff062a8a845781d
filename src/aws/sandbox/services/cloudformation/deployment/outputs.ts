import type { AccountState } from '../../../operation/index.ts';
import { validationError } from '../cloudformation-errors.ts';
import { type Blueprint, type OutputValue, type Stack, stacksIn } from '../cloudformation-state.ts';
import { evaluateText, type Scope } from '../template/index.ts';
import type { Run } from './stack-work.ts';

/** Works out the outputs of a template whose conditions hold. Throws a ValidationError. */
function outputsOf({ template }: Blueprint, scope: Scope): OutputValue[] {
  return Object.entries(template.outputs).flatMap(([name, output]): OutputValue[] => {
    const { Value, Description, Condition, Export } = output;
    if (Condition !== undefined && !scope.condition(Condition)) return [];
    return [
      {
        ...{ name, value: evaluateText(Value, scope) },
        ...(Description !== undefined && { description: String(Description) }),
        ...(Export && { exportName: evaluateText(Export.Name, scope) }),
      },
    ];
  });
}

/** Gives a stack its outputs. Throws where an export has the name of another, or one in use would change. */
export async function settleOutputs({ stack, blueprint, scope, services }: Run): Promise<void> {
  const { state } = services();
  const outputs = outputsOf(blueprint, scope);
  const others = stacksIn({ state, region: stack.region }).filter((one) => one !== stack);
  for (const { exportName } of outputs) {
    const owner = others.find((other) => other.outputs.some((one) => one.exportName === exportName));
    if (exportName !== undefined && owner)
      throw validationError(`Export with name ${exportName} is already exported by stack ${owner.name}`);
  }
  for (const { exportName, value } of stack.outputs) {
    const after = outputs.find((one) => one.exportName === exportName);
    if (exportName === undefined || after?.value === value) continue;
    const [user] = importersOf(exportName, { state, region: stack.region });
    if (user)
      throw validationError(
        `Export ${exportName} cannot be ${after ? 'updated' : 'deleted'} as it is in use by ${user.name}`,
      );
  }
  stack.outputs = outputs;
}

/** The stacks that use an export. */
export function importersOf(
  exportName: string,
  context: { readonly state: AccountState; readonly region: string },
): Stack[] {
  return stacksIn(context).filter(({ imports }) => imports.has(exportName));
}
