/** Splits the text that bash sends on its control pipe into records, each of which ends with a NUL. */
export class ControlRecords {
  #parts: string[] = [];
  #size = 0;

  /** Characters of the record that has not ended yet. */
  get pending(): number {
    return this.#size;
  }

  /** Takes more of the text. Returns the records that it ends. */
  take(text: string): string[] {
    const pieces = text.split('\0');
    const rest = pieces.pop() ?? '';
    const records = pieces.map((piece, index) => (index === 0 ? [...this.#parts, piece].join('') : piece));
    if (pieces.length > 0) {
      this.#parts = [];
      this.#size = 0;
    }
    this.#parts.push(rest);
    this.#size += rest.length;
    return records;
  }
}
