export { createSteps, deleteSteps, type OnFailure } from './create.ts';
export { noteOnStack, recordStack } from './history.ts';
export { importersOf } from './outputs.ts';
export { type PlannedChange, planChanges } from './plan.ts';
export { advanceStacks, beginWork } from './run.ts';
export { updateSteps } from './update.ts';
