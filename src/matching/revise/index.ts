export { type Revision, revise } from './revise.ts';
