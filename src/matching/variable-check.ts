import { type ComparisonState, withoutExample } from './comparison.ts';
import { requireSilence, requireSuccess } from './exit-and-streams.ts';
import { quoteText } from './messages.ts';
import { asTerminal } from './screen.ts';
import { trimmedLines } from './text/lines.ts';
import type { Actual, Verdict } from './types.ts';

/** `# NAME:"x"`, a step number (`0.`, `1.2.`) before the name or not. */
const EXPECTED = /^\s*#\s*(?:\d+(?:\.\d+)*\.?\s+)?([A-Za-z_]\w*):"(.*)"$/;
/** The name of an expected value that is not written as one: `# A: "x"`, `# A:x`, a wide colon. */
const ALMOST = /^\s*[#＃]\s*(?:[\d.]+\s+)?([A-Za-z_]\w*)\s*[:：=＝]/;
const ACTUAL = /^\s*([A-Za-z_]\w*)="(.*)"$/;

/** The verdict on a 変数の確認: below each expected value stands the actual one, and it is the same. */
export function matchCheck(ran: Actual): Verdict {
  const actual = asTerminal(ran);
  const comparison = withoutExample();
  requireSuccess(comparison, actual);
  requireSilence(comparison, actual, 'stderr');
  const lines = trimmedLines(actual.stdout).filter((line) => line !== '');
  let pairs = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    comparison.show('same', line);
    const [, name, expected = ''] = EXPECTED.exec(line) ?? [];
    const below = lines[index + 1] ?? '';
    if (name === undefined) {
      reportAlmost(comparison, line, below);
      continue;
    }
    pairs++;
    const found = ACTUAL.exec(below);
    if (found?.[1] === name) index++;
    comparePair(
      comparison,
      name,
      expected,
      found?.[1] === name ? { line: below, value: found[2] ?? '' } : undefined,
    );
  }
  if (pairs === 0) {
    const message =
      'The step prints no variable to check: print a line `# NAME:"expected"` and below it `NAME="actual"`.';
    comparison.differ({ kind: 'form', path: 'stdout', message });
  }
  return comparison.verdict();
}

/** Else the variable below would be compared with nothing. */
function reportAlmost(comparison: ComparisonState, line: string, below: string): void {
  const name = ALMOST.exec(line)?.[1];
  if (name === undefined || !below.trimStart().startsWith(`${name}=`)) return;
  const message = `${quoteText(line.trim())} is not how a check shows an expected value: write \`# ${name}:"expected"\`.`;
  comparison.differ({ kind: 'form', path: name, message });
}

function comparePair(
  comparison: ComparisonState,
  name: string,
  expected: string,
  found: { readonly line: string; readonly value: string } | undefined,
): void {
  const wanted = `${name}="${expected}"`;
  if (!found) {
    const message = `Below \`# ${name}:"${expected}"\` must stand the actual value, as a line \`${name}="..."\`.`;
    comparison.differ({ kind: 'missing', path: name, expected, message });
    comparison.show('expected', wanted, 'missing');
  } else if (found.value !== expected) {
    const is = found.value === '' ? 'is empty' : `is ${quoteText(found.value)}`;
    const message = `${name} should be ${quoteText(expected)}, but it ${is}.`;
    comparison.differ({ kind: 'value', path: name, expected, actual: found.value, message });
    comparison.show('expected', wanted);
    comparison.show('actual', found.line.trimStart());
  } else comparison.show('same', found.line);
}
