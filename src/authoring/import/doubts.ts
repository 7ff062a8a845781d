import type { SourceBlock, SourcePosition } from './types.ts';

type Doubt = Extract<SourceBlock, { kind: 'doubt' }>;

/** A remark for the writer, at a place of the old text. */
export function doubt({ line, endLine, indent }: SourcePosition, message: string, fix: string): Doubt {
  return { kind: 'doubt', line, endLine, indent, message, fix };
}
