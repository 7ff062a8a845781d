import { isObject, type Json, readJson } from './json.ts';
import type { Change, PublishedResult } from './types.ts';

interface Exception {
  /** Undefined for all. */
  readonly kinds: readonly string[] | undefined;
  readonly applies: (result: PublishedResult, change: Change) => boolean;
  /** Reason why it may pass. */
  readonly reason: string;
}

/** Wrong changes that may pass. A survivor that is none of these is a defect of the matcher. */
const EXCEPTIONS: readonly Exception[] = [
  {
    kinds: ['two lines are swapped', 'another order'],
    applies: ({ example: { match } }) => match === 'unordered' || match === 'contains',
    reason: 'The page says that the order is no matter.',
  },
  {
    kinds: ['another order'],
    applies: (_, { from }) => /^\[\{"(?:Key|Name)":/.test(from),
    reason: 'Pairs of a key and a value belong together by their key: AWS promises no order of tags.',
  },
  {
    kinds: ['a value that the command gave'],
    applies: ({ example, context }, { from }) =>
      !example.body.includes(from) && ![...context.bindings.values()].includes(from),
    reason:
      'The command takes it from a variable, and the page shows its own id for it here for the first time: which of the values it is, nothing says.',
  },
  {
    kinds: ['two lines are swapped'],
    applies: (_, { from, to }) => isUuid(from) && isUuid(to),
    reason: 'Both are new UUIDs: which of them was made first, nobody can tell.',
  },
  {
    kinds: ['half of the output'],
    applies: (_, { output }) => /\d{1,3}(?:\.\d{1,3}){3}$/.test(output.stdout),
    reason: 'What is left ends in an address, too.',
  },
  {
    kinds: undefined,
    applies: ({ example, output }, change) => {
      const [shown, before, after] = [example.body, output.stdout, change.output.stdout].map(readJson);
      if (shown === undefined || before === undefined || after === undefined) return false;
      return JSON.stringify(cutAs(shown, before)) === JSON.stringify(cutAs(shown, after));
    },
    reason: 'The page cuts the text (`The bucket you are...`): what follows may be anything.',
  },
  {
    kinds: undefined,
    applies: ({ example, output }, change) => {
      const [before, after] = [readJson(output.stdout), readJson(change.output.stdout)];
      if (before === undefined || after === undefined || example.form !== 'json') return false;
      return JSON.stringify(shownIn(example.body, before)) === JSON.stringify(shownIn(example.body, after));
    },
    reason:
      'It concerns a key that the page does not show: such a key passes with a notice, whatever it holds.',
  },
];

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A tree whose texts end where the example cuts them. */
function cutAs(shown: Json, tree: Json): Json {
  if (Array.isArray(shown) && Array.isArray(tree))
    return tree.map((item, index) => (index in shown ? cutAs(shown[index] as Json, item) : item));
  if (isObject(shown) && isObject(tree))
    return Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [
        key,
        Object.hasOwn(shown, key) ? cutAs(shown[key] as Json, value) : value,
      ]),
    );
  if (typeof shown !== 'string' || typeof tree !== 'string' || !shown.endsWith('...')) return tree;
  const kept = shown.slice(0, -3);
  return tree.startsWith(kept) ? kept : tree;
}

/** A tree without the keys that an example does not show. */
function shownIn(body: string, tree: Json): Json {
  if (Array.isArray(tree)) return tree.map((item) => shownIn(body, item));
  if (!isObject(tree)) return tree;
  const shown = Object.entries(tree).filter(([key]) => body.includes(JSON.stringify(key)));
  return Object.fromEntries(shown.map(([key, value]) => [key, shownIn(body, value)]));
}

/** Returns the reason why a wrong change may pass; undefined for a defect of the matcher. */
export const exceptionTo = (result: PublishedResult, change: Change): string | undefined =>
  EXCEPTIONS.find(({ kinds, applies }) => (kinds?.includes(change.kind) ?? true) && applies(result, change))
    ?.reason;
