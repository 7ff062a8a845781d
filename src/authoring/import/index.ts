/** From an existing procedure, in whatever form, to a page. Pure: bytes and text in, text out. */
export { decodeText } from './decode.ts';
export { unreadFormat } from './format.ts';
export { importText } from './import.ts';
export type { SourceFormat } from './types.ts';
