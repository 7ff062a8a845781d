import type { Yaml } from 'mdast';
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import type { ProblemReporter } from '../problems.ts';
import type { SourceText } from '../source-text.ts';
import { mapOf, type NodeReading, pairOf, reportUnknownKeys, stringOf, wrongType } from './nodes.ts';
import { readAllow, readVariables } from './sections.ts';
import { readTranslation } from './translation.ts';
import type { FrontMatter, Requirement } from './types.ts';

export type { FrontMatter, TranslatedHeading, TranslationMark } from './types.ts';

const KEYS = [
  'requires',
  'account',
  'variables',
  'target',
  'level',
  'topic',
  'after',
  'translation',
  'allow',
];
const LEVELS = ['beginner', 'intermediate', 'advanced'];
const TOPICS = ['identity', 'storage', 'network', 'compute', 'integration', 'operations'];
export const NO_FRONT_MATTER: FrontMatter = { requires: [], variables: [], allow: [] };

export function readFrontMatter(node: Yaml, source: SourceText, reporter: ProblemReporter): FrontMatter {
  const base = source.at((node.position?.start.line ?? 0) + 1, 0).offset;
  // YAML knows no line break of a lone carriage return, Markdown does; the length must stay.
  const yaml = node.value.replace(/\r(?!\n)/g, '\n');
  const conflict = conflictIn(yaml);
  if (conflict) {
    const end = source.positionAt(base + conflict.end).line;
    reporter.report(source.positionAt(base + conflict.start), 'merge-conflict', end);
    return NO_FRONT_MATTER;
  }
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
  for (const error of document.errors) {
    reporter.report(source.positionAt(base + error.pos[0]), 'front-matter-yaml', sentence(error.message));
  }
  if (document.errors.length > 0 || document.contents === null) return NO_FRONT_MATTER;

  const reading: NodeReading = {
    reporter,
    placeOf: (part) => source.positionAt(base + ((part as Node | null)?.range?.[0] ?? 0)),
  };
  if (!isMap(document.contents)) {
    wrongType(reading, document.contents, '', 'keys with values', 'title: List the buckets');
    return NO_FRONT_MATTER;
  }
  const title = document.contents.get('title', true);
  const ours = pairOf(document.contents, 'tejun');
  return {
    title: isScalar(title) && title.value !== null ? (title.source ?? String(title.value)) : undefined,
    ...(ours ? readOurs(ours, reading) : NO_FRONT_MATTER),
  };
}

/** Offsets of the first and the last marker that git leaves for two sides to be merged by hand. */
function conflictIn(text: string): { readonly start: number; readonly end: number } | undefined {
  const start = text.search(/^<{7}(?: |$)/m);
  const end = text.search(/^>{7}(?: |$)/m);
  return start >= 0 && end > start ? { start, end } : undefined;
}

function readOurs(pair: Pair, reading: NodeReading): FrontMatter {
  const map = mapOf(pair, 'tejun', 'tejun: { requires: [course/page] }', reading);
  if (!map) return NO_FRONT_MATTER;
  reportUnknownKeys(map, 'tejun', KEYS, reading);
  checkOneOf(pairOf(map, 'level'), LEVELS, reading);
  checkOneOf(pairOf(map, 'topic'), TOPICS, reading);
  checkAfter(pairOf(map, 'after'), reading);
  return {
    requires: readRequires(pairOf(map, 'requires'), reading),
    account: readAccount(pairOf(map, 'account'), reading),
    variables: readVariables(pairOf(map, 'variables'), reading),
    ...readTarget(pairOf(map, 'target'), reading),
    allow: readAllow(pairOf(map, 'allow'), reading),
    translation: readTranslation(pairOf(map, 'translation'), reading),
  };
}

function readRequires(pair: Pair | undefined, reading: NodeReading): Requirement[] {
  if (!pair) return [];
  const expected = (node: unknown) =>
    wrongType(
      reading,
      node,
      'tejun.requires',
      'a list of pages',
      'requires: [course/page, ./page-beside-this-one]',
    );
  if (!isSeq(pair.value)) {
    expected(pair.value ?? pair.key);
    return [];
  }
  return pair.value.items.flatMap((item) => {
    const page = stringOf(item);
    if (page) return [{ page, place: reading.placeOf(item) }];
    expected(item);
    return [];
  });
}

function readAccount(pair: Pair | undefined, reading: NodeReading): string | undefined {
  if (!pair) return undefined;
  const account = stringOf(pair.value);
  if (account && /^[\w.-]+$/.test(account) && !account.startsWith('_')) return account;
  const expected = 'the name of an account file without "_" and ".yaml"';
  wrongType(reading, pair.value ?? pair.key, 'tejun.account', expected, 'account: account');
  return undefined;
}

/** Reads what a run of the page talks to by default; the sandbox where nothing is written. */
function readTarget(pair: Pair | undefined, reading: NodeReading): Pick<FrontMatter, 'target'> {
  if (!pair) return {};
  if (stringOf(pair.value) === 'recording') return { target: 'recording' };
  const expected = '`recording`, or left out: by default a page is run on the sandbox';
  wrongType(reading, pair.value ?? pair.key, 'tejun.target', expected, 'target: recording');
  return {};
}

/** Checks a word that the site reads from the overview of a course: a run has no use for it. */
function checkOneOf(pair: Pair | undefined, words: readonly string[], reading: NodeReading): void {
  if (!pair || words.includes(stringOf(pair.value) ?? '')) return;
  const key = stringOf(pair.key);
  wrongType(reading, pair.value ?? pair.key, `tejun.${key}`, words.join(', or '), `${key}: ${words[0]}`);
}

/** Checks the courses that readers should have done before: the site reads them from the overview. */
function checkAfter(pair: Pair | undefined, reading: NodeReading): void {
  if (!pair) return;
  if (isSeq(pair.value) && pair.value.items.every((item) => stringOf(item) !== undefined)) return;
  wrongType(
    reading,
    pair.value ?? pair.key,
    'tejun.after',
    'a list of courses',
    'after: [sts-session-token]',
  );
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
