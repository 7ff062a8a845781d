import type { OutputChunk } from '../types.ts';

/** In which order a run printed on its two streams: statement by statement, of which each prints on one, then the other. */
export class PrintOrder {
  #ends: { readonly stream: OutputChunk['stream']; readonly end: number }[] = [];

  /** So much stands on a stream by now, in UTF-16 units. */
  note(stream: OutputChunk['stream'], end: number): void {
    this.#ends.push({ stream, end });
  }

  /** Takes the output of both streams, in pieces; the next run starts empty. */
  take(printed: Readonly<Record<OutputChunk['stream'], string>>): OutputChunk[] {
    const at = { stdout: 0, stderr: 0 };
    const pieces = this.#ends.map(({ stream, end }): OutputChunk => {
      const text = printed[stream].slice(at[stream], end);
      at[stream] = end;
      return { stream, text };
    });
    this.#ends = [];
    return pieces;
  }
}

/** The pieces where they say more than the streams: else all that stands on stdout came first. */
export function told(pieces: readonly OutputChunk[]): { pieces?: readonly OutputChunk[] } {
  const printed = pieces.filter(({ text }) => text !== '');
  const lastOut = printed.findLastIndex(({ stream }) => stream === 'stdout');
  const firstErr = printed.findIndex(({ stream }) => stream === 'stderr');
  return firstErr >= 0 && firstErr < lastOut ? { pieces: printed } : {};
}

export const joined = (pieces: readonly OutputChunk[], wanted: OutputChunk['stream']): string =>
  pieces.map(({ stream, text }) => (stream === wanted ? text : '')).join('');
