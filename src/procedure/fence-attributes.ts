import { say } from '../language/say.ts';
import {
  type Attribute,
  attributes,
  type FenceGroup,
  type ResultAttributes,
  type StepAttributes,
} from './attribute-table.ts';
import { closestMatch } from './closest-match.ts';
import type { Fence } from './fence.ts';
import type { InfoAttribute } from './info-string.ts';
import type { ProblemReporter } from './problems.ts';

const names = Object.keys(attributes);

/** The first attribute of ours on a fence; for fences that should have none. */
export function ownAttribute(fence: Fence): string | undefined {
  return fence.info.attributes.find(({ key }) => Object.hasOwn(attributes, key))?.key;
}

export function readStepAttributes(
  fence: Fence,
  kinds: readonly FenceGroup[],
  reporter: ProblemReporter,
): StepAttributes {
  return readAttributes(fence, kinds, reporter);
}

export function readResultAttributes(fence: Fence, reporter: ProblemReporter): ResultAttributes {
  const found: ResultAttributes = readAttributes(fence, ['result'], reporter);
  const written = (key: string) => spelledOut(fence).some((attribute) => attribute.key === key);
  if (found.match === 'none' && !written('reason'))
    reporter.report(fence.placeOf('match='), 'missing-reason');
  if (written('reason') && found.match !== 'none' && (found.match || !written('match')))
    reporter.report(fence.placeOf('reason='), 'needless-reason');
  return found;
}

function readAttributes(fence: Fence, kinds: readonly FenceGroup[], reporter: ProblemReporter): object {
  const found: Record<string, string | number | readonly string[]> = {};
  const seen = new Set<string>();
  for (const { key, value } of spelledOut(fence)) {
    const place = fence.placeOf(`${key}=`);
    const attribute = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    if (!attribute) reporter.report(place, 'unknown-attribute', key, closestMatch(key, names), names);
    else if (seen.has(key)) reporter.report(place, 'repeated-attribute', key);
    else if (!kinds.some((kind) => attribute.on.includes(kind)))
      reporter.report(place, 'misplaced-attribute', key, rightFence(attribute.on, key));
    else {
      const read = attribute.read(value);
      if (read === undefined) {
        reporter.report(place, 'bad-attribute', key, value, attribute.expected(), attribute.example);
      } else found[attribute.field] = read;
    }
    seen.add(key);
  }
  return found;
}

/** `match=none="why"` is short for `match=none reason="why"`. */
function spelledOut(fence: Fence): InfoAttribute[] {
  return fence.info.attributes.flatMap((attribute) => {
    const why = attribute.key === 'match' ? /^none=["'](.*)["']$/.exec(attribute.value)?.[1] : undefined;
    if (why === undefined) return [attribute];
    return [
      { key: 'match', value: 'none' },
      { key: 'reason', value: why },
    ];
  });
}

function rightFence(on: Attribute['on'], key: string): string {
  if (on.includes('step')) return say`the step, as in "bash command ${key}=..."`;
  if (on.includes('result')) return say`the result example, as in "text result ${key}=..."`;
  return say`a fence without a role, as in "json ${key}=..."`;
}
