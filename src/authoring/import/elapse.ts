import { doubt, nextOf } from './items.ts';
import type { ImportedItem } from './types.ts';

const EXPIRED = /An error occurred \((?:ExpiredToken|ExpiredTokenException|RequestExpired)\)/;
const WAIT =
  /(\d+)\s*(秒|分|時間|日)間?\S{0,12}?(?:待|経過|経つ|経っ)|(?:wait|after)\D{0,20}?(\d+)\s*(seconds?|minutes?|hours?|days?)/i;
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:秒|second)/i, 's'],
  [/^(?:分|minute)/i, 'm'],
  [/^(?:時間|hour)/i, 'h'],
  [/^(?:日|day)/i, 'd'],
];
/** As short as a session of STS can be: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
const SHORTEST = '15m';

/** Proposes `<Elapse>` where a text says that its reader waits, and before the first command that meets what has expired. */
export function withElapse(items: readonly ImportedItem[]): ImportedItem[] {
  let elapsed = false;
  let duration: string | undefined;
  return items.flatMap((item, index): ImportedItem[] => {
    duration ??= durationOf(item);
    if (item.kind === 'prose') {
      const waits = waitIn(item.lines.join(' '));
      if (!waits) return [item];
      elapsed = true;
      return [
        item,
        proposal(item, 'The text says that time passes here.'),
        { ...placeAfter(item), kind: 'elapse', duration: waits },
      ];
    }
    if (item.kind !== 'step') return [item];
    const next = nextOf(items, index, ({ kind }) => kind !== 'doubt');
    const expires = next?.kind === 'result' && EXPIRED.test(next.body.join('\n'));
    if (!expires) {
      elapsed &&= next?.kind !== 'result';
      return [item];
    }
    if (elapsed) return [item];
    elapsed = true;
    const written = duration ?? SHORTEST;
    return [
      proposal(item, 'The result says that something has expired: time must have passed.'),
      { ...placeAfter(item), kind: 'elapse', duration: written },
      item,
    ];
  });
}

const placeAfter = ({ line, endLine, indent }: ImportedItem) => ({ line, endLine, indent });

const proposal = (item: ImportedItem, message: string) =>
  doubt(item, message, 'Write into <Elapse> how long the reader waits; remove it if no time passes.');

function waitIn(text: string): string | undefined {
  const found = WAIT.exec(text);
  const [amount, unit = ''] = found ? [found[1] ?? found[3], found[2] ?? found[4]] : [];
  const letter = UNITS.find(([names]) => names.test(unit))?.[1];
  return Number(amount) > 0 && letter ? `${Number(amount)}${letter}` : undefined;
}

/** How long a session that the text asks for lives. */
function durationOf(item: ImportedItem): string | undefined {
  if (item.kind !== 'step') return undefined;
  const seconds = Number(/--duration-seconds[ =]+(\d+)/.exec(item.body.join(' '))?.[1]);
  if (!seconds) return undefined;
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
