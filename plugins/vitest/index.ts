export { pagesAsTests } from './plugin.ts';
export { type RunPagesOptions, runPages } from './run.ts';
