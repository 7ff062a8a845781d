import type { Yaml } from 'mdast';
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { nearest } from './nearest.ts';
import type { ProblemReporter } from './problems.ts';
import type { SourceText } from './source-text.ts';
import type { Allowance, Position, Variable } from './types.ts';
import { findAmbiguous } from './variables.ts';

interface Requirement {
  /** As the writer wrote it: a page's id, or a path relative to this page (`./get-session-token`). */
  readonly page: string;
  readonly place: Position;
}

interface DeclaredVariable extends Variable {
  readonly place: Position;
}

/** What a translation was made from, as `tejun i18n accept` wrote it. */
export interface TranslationMark {
  /** Git's blob id of the source page: 40 hexadecimal digits. */
  readonly source: string;
  /** Hash of that page's prose. */
  readonly prose: string;
}

/** What a page's front matter says to us; all else in it is Docusaurus's. */
export interface FrontMatter {
  readonly title?: string;
  readonly requires: readonly Requirement[];
  readonly account?: string;
  readonly variables: readonly DeclaredVariable[];
  readonly translation?: TranslationMark;
  readonly allow: readonly Allowance[];
}

interface Reading {
  readonly reporter: ProblemReporter;
  /** Where a YAML node begins in the page. */
  placeOf(node: unknown): Position;
}

const KEYS = ['requires', 'account', 'variables', 'level', 'translation', 'allow'];
const LEVELS = ['beginner', 'intermediate', 'advanced'];
const VARIABLE_KEYS = ['default', 'label'];
const TRANSLATION_KEYS = ['source', 'prose'];
const ALLOWANCE_KEYS = ['rule', 'value', 'reason'];
export const NOTHING: FrontMatter = { requires: [], variables: [], allow: [] };

export function readFrontMatter(node: Yaml, source: SourceText, reporter: ProblemReporter): FrontMatter {
  const base = source.at((node.position?.start.line ?? 0) + 1, 0).offset;
  // YAML knows no line break of a lone carriage return, Markdown does; the length must stay.
  const yaml = node.value.replace(/\r(?!\n)/g, '\n');
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
  for (const error of document.errors) {
    reporter.report(source.positionAt(base + error.pos[0]), 'front-matter-yaml', sentence(error.message));
  }
  if (document.errors.length > 0 || document.contents === null) return NOTHING;

  const reading: Reading = {
    reporter,
    placeOf: (part) => source.positionAt(base + ((part as Node | null)?.range?.[0] ?? 0)),
  };
  if (!isMap(document.contents)) {
    wrongType(reading, document.contents, '', 'keys with values', 'title: List the buckets');
    return NOTHING;
  }
  const title = document.contents.get('title', true);
  const ours = pairOf(document.contents, 'tejun');
  return {
    title: isScalar(title) && title.value !== null ? (title.source ?? String(title.value)) : undefined,
    ...(ours ? readOurs(ours, reading) : NOTHING),
  };
}

function readOurs(pair: Pair, reading: Reading): FrontMatter {
  const map = mapOf(pair, 'tejun', 'tejun: { requires: [course/page] }', reading);
  if (!map) return NOTHING;
  reportUnknownKeys(map, 'tejun', KEYS, reading);
  checkLevel(pairOf(map, 'level'), reading);
  return {
    requires: readRequires(pairOf(map, 'requires'), reading),
    account: readAccount(pairOf(map, 'account'), reading),
    variables: readVariables(pairOf(map, 'variables'), reading),
    allow: readAllow(pairOf(map, 'allow'), reading),
    translation: readTranslation(pairOf(map, 'translation'), reading),
  };
}

function readRequires(pair: Pair | undefined, reading: Reading): Requirement[] {
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

function readAccount(pair: Pair | undefined, reading: Reading): string | undefined {
  if (!pair) return undefined;
  const account = stringOf(pair.value);
  if (account && /^[\w.-]+$/.test(account) && !account.startsWith('_')) return account;
  const expected = 'the name of an account file without "_" and ".yaml"';
  wrongType(reading, pair.value ?? pair.key, 'tejun.account', expected, 'account: account');
  return undefined;
}

/** For whom the course is: the site reads it from the overview page, a run has no use for it. */
function checkLevel(pair: Pair | undefined, reading: Reading): void {
  if (!pair || LEVELS.includes(stringOf(pair.value) ?? '')) return;
  wrongType(reading, pair.value ?? pair.key, 'tejun.level', LEVELS.join(', or '), 'level: beginner');
}

function readVariables(pair: Pair | undefined, reading: Reading): DeclaredVariable[] {
  if (!pair) return [];
  const map = mapOf(pair, 'tejun.variables', 'variables: { BUCKET: { default: example-bucket } }', reading);
  const declared = (map?.items ?? []).flatMap((item) => readVariable(item, reading) ?? []);
  for (const [first, second] of findAmbiguous(declared)) {
    reading.reporter.report(second.place, 'ambiguous-variable', second.name, first.name, second.default);
  }
  return declared;
}

function readVariable(pair: Pair, reading: Reading): DeclaredVariable | undefined {
  const name = isScalar(pair.key) ? String(pair.key.value) : '';
  const path = `tejun.variables.${name}`;
  const example = `${name}: { default: example-bucket, label: ... }`;
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    wrongType(
      reading,
      pair.key,
      path,
      'named with letters, digits and "_"',
      'BUCKET: { default: example-bucket }',
    );
    return undefined;
  }
  const map = mapOf(pair, path, example, reading);
  if (!map) return undefined;
  reportUnknownKeys(map, path, VARIABLE_KEYS, reading);

  const value = pairOf(map, 'default');
  const text = stringOf(value?.value);
  if (text === undefined || text.trim() !== text || text === '' || text.includes('\n')) {
    const expected = 'one line of text (a number in quotes)';
    wrongType(reading, value?.value ?? pair.key, `${path}.default`, expected, example);
    return undefined;
  }
  const label = pairOf(map, 'label');
  const labelText = stringOf(label?.value);
  if (label && !labelText)
    wrongType(reading, label.value ?? label.key, `${path}.label`, 'a text', 'label: "Bucket"');
  return { name, default: text, place: reading.placeOf(pair.key), ...(labelText && { label: labelText }) };
}

function readTranslation(pair: Pair | undefined, reading: Reading): TranslationMark | undefined {
  const path = 'tejun.translation';
  const example = "written by `tejun i18n accept`: translation: { source: '...', prose: '...' }";
  const map = pair && mapOf(pair, path, example, reading);
  if (!map) return undefined;
  reportUnknownKeys(map, path, TRANSLATION_KEYS, reading);
  const hex = (key: string, digits: number, expected: string): string | undefined => {
    const value = pairOf(map, key);
    const text = stringOf(value?.value);
    if (text && new RegExp(`^[0-9a-f]{${digits}}$`).test(text)) return text;
    wrongType(reading, value?.value ?? value?.key ?? pair.key, `${path}.${key}`, expected, example);
    return undefined;
  };
  const source = hex('source', 40, 'a blob id of git: 40 hexadecimal digits, in quotes');
  const prose = hex('prose', 16, 'a hash: 16 hexadecimal digits, in quotes');
  return source && prose ? { source, prose } : undefined;
}

function readAllow(pair: Pair | undefined, reading: Reading): Allowance[] {
  if (!pair) return [];
  if (isSeq(pair.value))
    return pair.value.items.flatMap((item, index) => readAllowance(item, index, reading) ?? []);
  wrongType(reading, pair.value ?? pair.key, 'tejun.allow', 'a list', ALLOWANCE);
  return [];
}

const ALLOWANCE = 'allow: [{ rule: account-id, value: "582318560864", reason: "published by AWS" }]';

function readAllowance(item: unknown, index: number, reading: Reading): Allowance | undefined {
  const path = `tejun.allow[${index}]`;
  const map = isMap(item) ? item : undefined;
  if (map && reportUnknownKeys(map, path, ALLOWANCE_KEYS, reading)) return undefined;
  const value = map && pairOf(map, 'value');
  const [rule, text, reason] = ALLOWANCE_KEYS.map((key) => map && stringOf(pairOf(map, key)?.value));
  if (rule && reason?.trim() && !value === !text) {
    return { rule, ...(text && { value: text }), reason, place: reading.placeOf(item) };
  }
  const expected = 'a rule and a reason (and a value, in quotes, where only one text is meant)';
  wrongType(reading, item, path, expected, ALLOWANCE);
  return undefined;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** The map that a key holds; reported where it holds something else. */
function mapOf(pair: Pair, path: string, example: string, reading: Reading): YAMLMap | undefined {
  if (isMap(pair.value)) return pair.value;
  wrongType(reading, pair.value ?? pair.key, path, 'keys with values', example);
  return undefined;
}

function stringOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

/** @returns whether there are any. */
function reportUnknownKeys(map: YAMLMap, path: string, known: readonly string[], reading: Reading): boolean {
  const names = map.items.map(({ key }) => ({
    key,
    name: isScalar(key) ? String(key.value) : 'a key that is no text',
  }));
  const unknown = names.filter(({ name }) => !known.includes(name));
  for (const { key, name } of unknown) {
    const place = reading.placeOf(key);
    reading.reporter.report(place, 'front-matter-key', `${path}.${name}`, nearest(name, known), known);
  }
  return unknown.length > 0;
}

function wrongType(reading: Reading, node: unknown, path: string, expected: string, example: string): void {
  reading.reporter.report(reading.placeOf(node), 'front-matter-type', path, expected, example);
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
