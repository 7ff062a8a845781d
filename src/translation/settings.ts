/** The part of the front matter that is ours: what it says is the same in every language, its labels are not. */
import { isMap, isNode, isScalar, type Pair, parseDocument } from 'yaml';
import type { FrontMatter, Problem, TranslatedHeading } from '../procedure/index.ts';
import { type Edit, eolOf } from './edits.ts';
import type { Outline } from './outline.ts';
import { at, settingsDiffer } from './pair-problems.ts';

const SHARED = ['requires', 'account', 'variables', 'target'] as const;

/** Creates the edit that copies the source's settings to a translation. */
export function settingsEdit(
  source: Outline,
  translation: Outline,
  eol: string,
): { edits: Edit[]; problems: Problem[] } {
  const [right, wrong] = [source.frontMatter, translation.frontMatter];
  const different = SHARED.filter(
    (key) => JSON.stringify(shared(right)[key]) !== JSON.stringify(shared(wrong)[key]),
  );
  if (different.length === 0) return { edits: [], problems: [] };
  const labels = new Map(wrong.variables.map(({ name, label }) => [name, label]));
  const values = {
    requires: right.requires.map(({ page }) => page),
    account: right.account,
    target: right.target,
    variables: Object.fromEntries(
      right.variables.map(({ name, default: value, label }) => {
        const shown = labels.get(name) ?? label;
        return [name, { default: value, ...(shown && { label: shown }) }];
      }),
    ),
  };
  const changes = different.map((key) => [key, isEmpty(values[key]) ? undefined : values[key]] as const);
  const place = translation.frontMatterSpan?.start ?? translation.source.at(1, 0);
  return {
    edits: [writeSettings(translation, changes, eol)],
    problems: different.map((key) => at(translation.file, place, settingsDiffer(key, source.file))),
  };
}

function shared({ requires, account, variables, target }: FrontMatter) {
  return {
    requires: requires.map(({ page }) => page),
    account,
    target,
    variables: variables.map(({ name, default: value }) => [name, value]),
  };
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/**
 * Says in the front matter what a translation was made from: two lines a heading, so that git merges what two people
 * have accepted below two headings.
 */
export function markEdit(translation: Outline, headings: readonly TranslatedHeading[]): Edit {
  const eol = eolOf(translation.source.text);
  const mark = headings.map(({ heading, prose, isMachine }) => ({
    heading,
    prose,
    ...(isMachine && { state: 'machine' }),
  }));
  return writeSettings(translation, [['translation', mark]], eol);
}

/** Sets keys of `tejun`, or removes them; the rest of the front matter stays as it is written. */
function writeSettings(
  { source, frontMatterSpan: span }: Outline,
  changes: readonly (readonly [key: string, value: unknown])[],
  eol: string,
): Edit {
  const start = span ? source.at(span.start.line + 1, 0).offset : source.at(1, 0).offset;
  const end = span ? source.at(span.end.line, 0).offset : start;
  const yaml = source.text.slice(start, end).replace(/\r\n?/g, '\n');
  const document = parseDocument(yaml);
  const pair = isMap(document.contents) ? document.contents.items.find(isOurs) : undefined;
  const [from, to] = rangeOf(pair, yaml);
  const ours = parseDocument(yaml.slice(from, to));
  for (const [key, value] of changes) {
    if (value === undefined) ours.deleteIn(['tejun', key]);
    else ours.setIn(['tejun', key], ours.createNode(value));
  }
  const isLeft = isMap(ours.getIn(['tejun'])) && !isEmpty(ours.toJS().tejun);
  const text =
    yaml.slice(0, from) + (isLeft ? ours.toString(styleOf(yaml.slice(from, to))) : '') + yaml.slice(to);
  const whole = span ? text : `---\n${text}---\n\n`;
  return { start, end, text: whole.replaceAll('\n', eol) };
}

/** As the writer writes brackets. */
const styleOf = (yaml: string) => ({ lineWidth: 0, flowCollectionPadding: !/[[{][^\s\]}]/.test(yaml) });

const isOurs = ({ key }: Pair): boolean => isScalar(key) && key.value === 'tejun';

/** From the key to the end of the line in which the value ends; the end, where there is no such pair. */
function rangeOf(pair: Pair | undefined, yaml: string): [number, number] {
  const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  const valueEnd = isNode(pair?.value) ? pair.value.range?.[1] : undefined;
  if (start === undefined || valueEnd === undefined) return [yaml.length, yaml.length];
  if (yaml[valueEnd - 1] === '\n') return [start, valueEnd];
  const lineBreak = yaml.indexOf('\n', valueEnd);
  return [start, lineBreak === -1 ? yaml.length : lineBreak + 1];
}
