/** JSON in which an example leaves things out: one grammar for the extractor, the matcher and the importer. */
export { BRACKETED_ELISION, ELISION, isElision } from './elision.ts';
export { isJsonTree, parseJson } from './parse-json.ts';
export type { JsonArray, JsonNode, JsonObject, JsonString } from './types.ts';
