export { createSteps, deleteSteps, type OnFailure } from './create.ts';
export { noteOnStack, recordStack } from './history.ts';
export { importersOf, outputsOf } from './outputs.ts';
export { type PlannedChange, planChanges } from './plan.ts';
export { advanceStacks, beginWork } from './run.ts';
export { presentResources, scopeOf, viewOf } from './scope.ts';
export { updateSteps } from './update.ts';
