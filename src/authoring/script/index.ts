/** Bash scripts of pages, to run without this project. */
export { scriptOf } from './script.ts';
