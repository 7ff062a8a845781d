/** The runtime's own: it is called for each script that is loaded. */
declare let __webpack_get_script_filename__: (chunk: string) => string;

const files: Record<string, string> = {};
const fileOf = __webpack_get_script_filename__;
__webpack_get_script_filename__ = (chunk) => files[chunk] ?? fileOf(chunk);

/** Tells the runtime of the page where chunks are that it does not know itself, by their ids and names. */
export function addChunkFiles(more: Readonly<Record<string, string>>): void {
  Object.assign(files, more);
}
