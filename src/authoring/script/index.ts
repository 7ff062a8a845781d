/** Bash scripts of pages, to run without this project. */
export { bashScriptOf } from './bash-script.ts';
