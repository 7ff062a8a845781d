/** Problems of a translation, with all their texts. */
import { say } from '../language/index.ts';
import { UNTRANSLATED } from '../procedure/rule-names.ts';
import type { Position, Problem } from '../procedure/types.ts';
import { ownCommand } from '../project/index.ts';
import type { SharedBlock } from './blocks.ts';

const sync = (): string =>
  say`Run \`${ownCommand('i18n sync')}\`: it takes what is written once from the source.`;

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const nameOf = (block: SharedBlock): string =>
  block.kind === 'elapse' ? '<Elapse>' : `"${[block.fence.info.lang, ...block.fence.info.words].join(' ')}"`;

interface Text {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** In what the block of a translation differs from its source. */
export function differs(
  source: SharedBlock,
  found: SharedBlock,
  expected: { info: string; body: string },
  from: string,
): Text {
  const texts = (block: SharedBlock) =>
    block.kind === 'elapse' ? [block.text] : [block.info, ...block.fence.body.split('\n')];
  const right = source.kind === 'elapse' ? [source.text] : [expected.info, ...expected.body.split('\n')];
  const wrong = texts(found);
  const index = right.findIndex((line, place) => line !== wrong[place]);
  const place = index === -1 ? right.length : index;
  const [is, should] = [wrong[place], right[place]];
  const what =
    should === undefined
      ? say`the line "${is}" is too many`
      : is === undefined
        ? say`the line "${should}" is missing`
        : say`"${shown(is, should)}" should be "${shown(should, is)}"`;
  return {
    code: 'commands-differ',
    message: say`This ${nameOf(found)} differs from ${from}: ${what}.`,
    fix: sync(),
  };
}

/** A line beside another that it is not: what the eye cannot tell apart is named, as `<U+00A0>`. */
function shown(line: string, other: string): string {
  const text = line.trim() === other.trim() ? line : line.trim();
  const invisible = /(?! )[\p{Z}\p{Cc}\p{Cf}]/gu;
  return text.replace(invisible, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

export const missingBlock = (block: SharedBlock, from: string): Text => ({
  code: 'commands-differ',
  message: say`The ${nameOf(block)} of ${from} is missing here.`,
  fix: sync(),
});

export const missingSection = (heading: string, from: string): Text => ({
  code: 'commands-differ',
  message: say`The heading "${heading}" of ${from} is missing here, with its commands.`,
  fix: say`${sync()} Then translate the heading, and what is written below it.`,
});

export const anchorDiffers = (is = '', should: string, from: string): Text => ({
  code: 'anchor-differs',
  message: say`The anchor "#${is}" is "#${should}" in ${from}: links to this heading would be broken.`,
  fix: sync(),
});

export const anchorMissing = (should: string, from: string): Text => ({
  code: 'anchor-missing',
  message: say`This heading has no anchor, but is "#${should}" in ${from}: links to it would be broken.`,
  fix: sync(),
});

export const extraBlock = (block: SharedBlock, sourceFile: string): Text => ({
  code: 'commands-differ',
  message: say`This ${nameOf(block)} is not in ${sourceFile}.`,
  fix: sync(),
});

export const settingsDiffer = (key: string, sourceFile: string): Text => ({
  code: 'settings-differ',
  message: say`"tejun.${key}" in the front matter is not that of ${sourceFile}.`,
  fix: sync(),
});

export const unclosed = (marker: string): Text => ({
  code: 'unclosed-fence',
  message: say`This fence is not closed before the text goes on.`,
  fix: say`Write a line "${marker}" after its last line: only then can the rest be compared.`,
});

export const order = (heading: string, other: string, sourceFile: string): Text => ({
  code: 'heading-order',
  message: say`"${heading}" stands after "${other}" here, and before it in ${sourceFile}.`,
  fix: say`Move the heading, with all that is below it, to where the source has it.`,
});

export const foreign = (text: string, sourceFile: string): Text => ({
  code: 'foreign-markup',
  message: say`"${text.split('\n')[0]}" is not in ${sourceFile}: a translation runs and shows nothing of its own.`,
  fix: say`Remove it, or write it in plain Markdown; what every language needs belongs into the source.`,
});

export const notFixed = (sourceFile: string): Text => ({
  code: 'not-fixed',
  message: say`The commands cannot be made those of ${sourceFile} without touching the text around them.`,
  fix: say`Put the fences in lists, quotes and admonitions where the source has them, then sync again.`,
});

export const untranslated = (text: string, sourceFile: string): Text => ({
  code: UNTRANSLATED,
  message: say`"${short(text)}" is not translated: it is text of ${sourceFile}.`,
  fix: say`Translate it. If it is meant to be the same: tejun: { allow: [{ rule: ${UNTRANSLATED}, value: ${JSON.stringify(text)}, reason: "..." }] }`,
});

export const textRefused = (text: string, id: string, reason: string): Text => ({
  code: 'text-refused',
  message: say`The text for ${id} is left out, as ${reason}: "${short(text)}"`,
  fix: say`Translate it as what it is in the source, with the same markup.`,
});

export const codeLost = (id: string, missing: readonly string[]): Text => ({
  code: 'code-lost',
  message: say`The text for ${id} is left out: ${missing.join(', ')} is not in it as in the source.`,
  fix: say`Translate it by hand; code and addresses of links stay as they are.`,
});

export const sourceChanged = (id: string, source: string, target: string): Text => ({
  code: 'source-changed',
  message: say`The text for ${id} is not taken: the page no longer says ${JSON.stringify(source)}. It was: ${JSON.stringify(target)}`,
  fix: say`Export the page again, and translate what it says now.`,
});

export const orphan = (sourceFile: string): Text => ({
  code: 'orphan',
  message: say`There is no ${sourceFile} that this could be the translation of.`,
  fix: say`Move this file to where its source has gone, or remove it.`,
});

const idOf = (sourceFile: string): string => sourceFile.replace(/^docs\/|\.mdx?$/g, '');

export const renamed = (sourceFile: string, now: { readonly sourceFile: string }): Text => ({
  code: 'orphan',
  message: say`This is a translation of ${now.sourceFile}, which was ${sourceFile}.`,
  fix: say`Let it follow: \`${ownCommand(`i18n mv ${idOf(sourceFile)} ${idOf(now.sourceFile)}`)}\`.`,
});

export const missingString = (key: string, usedIn: string): Text => ({
  code: 'missing-string',
  message: say`The text "${key}" is missing; ${usedIn} uses it.`,
  fix: say`Add "${key}": { "message": "..." } in this language.`,
});

export const unusedString = (key: string): Text => ({
  code: 'unused-string',
  message: say`Nothing uses the text "${key}".`,
  fix: say`Remove it, or correct its name.`,
});

export const dynamicString = (warning: string): Text => ({
  code: 'dynamic-string',
  message: say`This text cannot be found by reading the code: ${warning.split('\n')[0]}`,
  fix: say`Write id and message as plain strings.`,
});

export const badJson = (reason: string): Text => ({
  code: 'bad-json',
  message: say`This is not JSON: ${reason}.`,
  fix: say`Correct it; a comma too many or too few is the usual cause.`,
});

export const badLabels = (reason: string): Text => ({
  code: 'bad-labels',
  message: say`This file is no valid YAML or JSON: ${reason.split('\n')[0]}`,
  fix: say`Write it as label: Text.`,
});

export const at = (file: string, place: Pick<Position, 'line' | 'column'>, text: Text): Problem => ({
  file,
  line: place.line,
  column: place.column,
  ...text,
});
