import type { Block, Place } from './types.ts';

type Doubt = Extract<Block, { kind: 'doubt' }>;

/** A remark for the writer, at a place of the old text. */
export function doubt({ line, endLine, indent }: Place, message: string, fix: string): Doubt {
  return { kind: 'doubt', line, endLine, indent, message, fix };
}
