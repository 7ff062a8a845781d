export { createSteps, deleteSteps, type OnFailure } from './create.ts';
export { noteOnStack, recordStack } from './history.ts';
export { importersOf } from './outputs.ts';
export { type PlannedChange, planChanges } from './planned-changes.ts';
export { advanceStacks, beginWork } from './stack-work.ts';
export { updateSteps } from './update.ts';
