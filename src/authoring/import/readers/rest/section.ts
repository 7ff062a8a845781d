import { restInline } from '../../markup.ts';
import { isBlank, positionOf, type SourceLine } from '../source-lines.ts';
import { lostReferences } from './explicit.ts';
import type { Read, RestContext } from './types.ts';

const ADORNMENT = /^([!-/:-@[-`{-~])\1{2,}\s*$/;

/** A title with a line of signs below it, and perhaps one above. */
export function readSection(
  lines: readonly SourceLine[],
  index: number,
  context: RestContext,
): Read | undefined {
  const [first, second, third] = [lines[index], lines[index + 1], lines[index + 2]];
  if (!first || !second) return undefined;
  const over = ADORNMENT.exec(first.text)?.[1];
  if (over && third && !isBlank(second) && ADORNMENT.exec(third.text)?.[1] === over) {
    return read([first, second, third], second.text, over + over, context, index + 3);
  }
  const under = over === undefined ? ADORNMENT.exec(second.text)?.[1] : undefined;
  if (!under || isBlank(first) || /^\s/.test(first.text)) return undefined;
  return read([first, second], first.text, under, context, index + 2);
}

function read(
  lines: readonly SourceLine[],
  title: string,
  adornment: string,
  { adornments, indent }: RestContext,
  next: number,
): Read {
  if (!adornments.includes(adornment)) adornments.push(adornment);
  const depth = Math.min(6, adornments.indexOf(adornment) + 1);
  const { text, lost } = restInline(title.trim());
  const place = positionOf(lines, indent);
  return { blocks: [{ ...place, kind: 'heading', text, depth }, ...lostReferences(lost, place)], next };
}
