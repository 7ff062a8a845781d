export { addExample, formOf } from './add.ts';
export { type Revision, revise } from './revise.ts';
