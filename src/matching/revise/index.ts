export { addExample, formOf, type Revision, revise } from './revise.ts';
