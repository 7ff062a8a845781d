/** Bash scripts of pages, to run without this project. */
export { bashScriptOf } from './script.ts';
