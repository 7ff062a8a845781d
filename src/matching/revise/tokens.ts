import type { ComparisonState } from '../comparison.ts';
import { align } from '../sequence/align.ts';
import { compareString, type StringPosition, segment } from '../values/index.ts';
import type { MaskForPage } from './mask-for-page.ts';

/** Words, and what stands between them. */
const WORD = /[^\s,;:/"'(){}[\]=|]+|\s+|[,;:/"'(){}[\]=|]/g;

/**
 * A text of the output with those values of the example's that may vary: the rest of the text is the output's. For two
 * texts that belong together and differ.
 */
export function mergeTexts(
  comparison: ComparisonState,
  expected: string,
  actual: string,
  place: StringPosition,
  publish: MaskForPage,
): string {
  const [wanted, got] = [tokens(expected, place), tokens(actual, place)];
  const fits = (i: number, j: number): boolean => {
    const trial = comparison.trial();
    trial.spend();
    compareString(trial, wanted[i] ?? '', got[j] ?? '', { ...place, whole: false });
    return !trial.failed;
  };
  const steps = align({
    expected: wanted.length,
    actual: got.length,
    isElision: () => false,
    matches: (i, j) => wanted[i] === got[j] || (!isBetween(wanted[i]) && !isBetween(got[j]) && fits(i, j)),
  });
  return steps
    .map((step) => {
      if (step.kind === 'pair') {
        const same = wanted[step.expected] === got[step.actual] || fits(step.expected, step.actual);
        return same ? wanted[step.expected] : publish(got[step.actual] ?? '');
      }
      return step.kind === 'unexpected' ? publish(got[step.actual] ?? '') : '';
    })
    .join('');
}

const isBetween = (token: string | undefined): boolean => !/[^\s,;:/"'(){}[\]=|]/.test(token ?? '');

/** A value that may vary is one token, whatever stands in it. */
function tokens(text: string, place: StringPosition): string[] {
  return segment(text, { key: place.key, whole: false }).flatMap((part) =>
    part.form ? [part.text] : (part.text.match(WORD) ?? []),
  );
}
