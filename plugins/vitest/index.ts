export { type RunPagesOptions, runPages } from './run.ts';
