/** JSON, in which an example leaves things out: one grammar for pages, outputs and files of a reader. */

export { isJsonTree, parseJson } from './parse-json.ts';
export { BRACKETED_ELISION, ELISION, isElision } from './scanner.ts';
export type { JsonArray, JsonNode, JsonObject, JsonString } from './types.ts';
