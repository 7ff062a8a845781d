import type { Piece } from '../types.ts';

/** In which order a run printed on its two streams: statement by statement, of which each prints on one, then the other. */
export class PrintOrder {
  #ends: { readonly stream: Piece['stream']; readonly end: number }[] = [];

  /** So much stands on a stream by now, in UTF-16 units. */
  note(stream: Piece['stream'], end: number): void {
    this.#ends.push({ stream, end });
  }

  /** Takes the output of both streams, in pieces; the next run starts empty. */
  take(printed: Readonly<Record<Piece['stream'], string>>): Piece[] {
    const at = { stdout: 0, stderr: 0 };
    const pieces = this.#ends.map(({ stream, end }): Piece => {
      const text = printed[stream].slice(at[stream], end);
      at[stream] = end;
      return { stream, text };
    });
    this.#ends = [];
    return pieces;
  }
}

/** The pieces where they say more than the streams: else all that stands on stdout came first. */
export function told(pieces: readonly Piece[]): { pieces?: readonly Piece[] } {
  const printed = pieces.filter(({ text }) => text !== '');
  const lastOut = printed.findLastIndex(({ stream }) => stream === 'stdout');
  const firstErr = printed.findIndex(({ stream }) => stream === 'stderr');
  return firstErr >= 0 && firstErr < lastOut ? { pieces: printed } : {};
}

export const joined = (pieces: readonly Piece[], wanted: Piece['stream']): string =>
  pieces.map(({ stream, text }) => (stream === wanted ? text : '')).join('');
