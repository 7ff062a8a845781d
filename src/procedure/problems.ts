/** Every problem a page can have: the one place where their texts are written. */
import type { Position, Problem } from './types.ts';

interface Text {
  readonly message: string;
  readonly fix: string;
}

const ROLES = 'env, check, command, setup, cleanup';
const list = (names: readonly string[]) => names.join(', ');
/** Suggests the closest name, or all known names where none is close. */
const instead = (near: string | undefined, known: readonly string[]) =>
  near ? `Did you mean "${near}"?` : `Known are: ${list(known)}.`;

const catalogue = {
  // The file
  'not-utf8': (): Text => ({
    message: 'The file is not UTF-8 text.',
    fix: 'Save it as UTF-8.',
  }),
  'long-line': (length: number, most: number): Text => ({
    message: `The line has ${length} characters, more than ${most}.`,
    fix: 'Break it, or shorten what it shows, for example with `...`.',
  }),
  'long-paragraph': (length: number, most: number): Text => ({
    message: `The paragraph has ${length} characters, more than ${most}.`,
    fix: 'Divide it by blank lines.',
  }),
  'deep-line': (depth: number): Text => ({
    message: `The page has too many lists and quotations in one another; here are ${depth}.`,
    fix: 'Put what is no list into a block of code, or divide the page.',
  }),
  'large-file': (length: number, most: number): Text => ({
    message: `The file has ${length} characters, more than ${most}.`,
    fix: 'Divide it into several pages.',
  }),
  'dangling-link': (): Text => ({
    message: 'The file is a link that leads nowhere.',
    fix: 'Remove the link, or let it lead to a page.',
  }),
  'outside-link': (): Text => ({
    message: 'The file is behind a link that leads out of the project, and was not read.',
    fix: 'Replace the link with the file itself.',
  }),
  config: (reason: string): Text => ({
    message: `The settings cannot be used: ${reason}.`,
    fix: 'Write, for example, { "pages": ["docs", "README.md"], "locales": ["en"], "account": "account.yaml", "onUnmarkedFence": "ignore" }.',
  }),
  'locales-file': (): Text => ({
    message: 'The list of languages cannot be read.',
    fix: 'Write it like this, the source language first: { "ja": { "label": "日本語" }, "en": { "label": "English" } }',
  }),
  'unlisted-locale': (locale: string, folder: string): Text => ({
    message: `There are pages in ${folder}, but the language "${locale}" is not listed.`,
    fix: `Add "${locale}" to the list, or remove the folder.`,
  }),
  'mdx-syntax': (reason: string, fix: string): Text => ({
    message: `This is not valid MDX: ${reason}.`,
    fix,
  }),
  'unclosed-front-matter': (): Text => ({
    message: 'The front matter is not closed.',
    fix: 'Write a line "---" after its last line.',
  }),
  'merge-conflict': (end: number): Text => ({
    message: `Lines up to ${end} are an unresolved merge conflict.`,
    fix: 'Keep one side and remove the lines with <<<<<<<, ======= and >>>>>>>; in a translation run `tejun i18n accept` afterwards.',
  }),
  'front-matter-yaml': (reason: string): Text => ({
    message: `The front matter is not valid YAML: ${reason}`,
    fix: 'Correct this line; put quotes round a value that contains ": ", "#" or a bracket.',
  }),
  'front-matter-type': (path: string, expected: string, example: string): Text => ({
    message: path
      ? `"${path}" in the front matter should be ${expected}.`
      : `The front matter should be ${expected}.`,
    fix: `Write it like this: ${example}`,
  }),
  'front-matter-key': (path: string, near: string | undefined, known: readonly string[]): Text => ({
    message: `"${path}" in the front matter is not known.`,
    fix: instead(near, known),
  }),
  'ambiguous-variable': (name: string, other: string, value: string): Text => ({
    message: `The variables ${other} and ${name} have the same default "${value}".`,
    fix: 'Give each variable a default of its own: a variable is found in the fences by its default.',
  }),
  'unused-variable': (name: string, value: string): Text => ({
    message: `The default "${value}" of variable ${name} stands in no fence of this page.`,
    fix: 'Write the default in the fences exactly as in the front matter, or remove the variable.',
  }),

  // Fences
  'unclosed-fence': (fence: string, line?: number): Text => ({
    message: line
      ? `This fence is not closed before the next one begins in line ${line}.`
      : 'This fence is not closed.',
    fix: `Write a line "${fence}", indented like this one, after its last line.`,
  }),
  'unmarked-fence': (lang: string): Text => ({
    message: `This ${lang} fence does not say what it is for.`,
    fix: `Add a role (${ROLES}), as in "bash command"; write "text" as the language of what is not to be run.`,
  }),
  'unknown-role': (word: string, near: string | undefined, known: readonly string[]): Text => ({
    message: `The role "${word}" is not known.`,
    fix: instead(near, known),
  }),
  'several-roles': (words: readonly string[]): Text => ({
    message: `This fence has more than one role: ${list(words)}.`,
    fix: 'Keep one of them; what belongs to two roles is two fences.',
  }),
  'role-language': (role: string, lang: string, right: string): Text => ({
    message: `The role "${role}" does not go with the language "${lang}".`,
    fix: `Write ${right}.`,
  }),
  'role-as-language': (role: string, right: string): Text => ({
    message: `"${role}" stands where the language of the fence belongs.`,
    fix: `Write ${right}.`,
  }),
  'joined-words': (lang: string, right: string): Text => ({
    message: `"${lang}" is read as the name of a language.`,
    fix: `Put plain spaces between the words, as in "${right}".`,
  }),
  'missing-role': (key: string, right: string): Text => ({
    message: `"${key}=" stands on a fence that has no role.`,
    fix: `Write the role after the language, as in ${right}.`,
  }),
  'unknown-word': (word: string): Text => ({
    message: `"${word}" means nothing here.`,
    fix: 'After language and role come key=value attributes: put a value with spaces in quotes, one with quotes in the other kind.',
  }),
  'unknown-attribute': (key: string, near: string | undefined, known: readonly string[]): Text => ({
    message: `The attribute "${key}" is not known.`,
    fix: instead(near, known),
  }),
  'misplaced-attribute': (key: string, right: string): Text => ({
    message: `The attribute "${key}" does not belong on this fence.`,
    fix: `Write it on ${right}.`,
  }),
  'repeated-attribute': (key: string): Text => ({
    message: `The attribute "${key}" is given twice.`,
    fix: 'Keep one of them.',
  }),
  'bad-attribute': (key: string, value: string, expected: string, example: string): Text => ({
    message: `${key}="${value}" should be ${expected}.`,
    fix: `Write, for example, ${example}.`,
  }),
  'missing-reason': (): Text => ({
    message: 'match=none compares nothing and does not say why.',
    fix: 'Write match=none reason="why nothing is compared", or remove match=none.',
  }),
  'needless-reason': (): Text => ({
    message: 'The attribute "reason" only explains match=none.',
    fix: 'Remove it, or add match=none.',
  }),

  // Steps
  'result-without-step': (): Text => ({
    message: 'There is no step that this result example could belong to.',
    fix: 'Put it after a "bash command" fence.',
  }),
  'result-after-elapse': (): Text => ({
    message: 'This result example follows <Elapse>, which prints nothing.',
    fix: 'Put it directly after its "bash command" fence, before <Elapse>.',
  }),
  'result-of-silent-step': (fence: string, line: number): Text => ({
    message: `This result example follows the "${fence}" fence in line ${line}, which shows no result.`,
    fix: 'Put it after a "bash command" fence, or remove the example.',
  }),
  'second-result': (line: number): Text => ({
    message: `The step before this result example has one already, in line ${line}.`,
    fix: 'Join the two examples, put a "bash command" fence before this one, or say on both when they are printed: case="the bucket exists", only=cli>=2.15.',
  }),
  'result-beside-shows': (line: number): Text => ({
    message: `The step in line ${line} has "shows=", and this result example as well.`,
    fix: 'Keep one of them: the example is compared as a whole, "shows=" looks for one text.',
  }),
  'duplicate-id': (id: string, line: number): Text => ({
    message: `The id "${id}" is taken by the step in line ${line}.`,
    fix: 'Choose another id.',
  }),
  'automatic-id': (id: string, line: number): Text => ({
    message: `The id "${id}" is the one that the step in line ${line} has by itself.`,
    fix: 'Choose an id that does not look like "step-1".',
  }),
  'empty-script': (role: string): Text => ({
    message: `This "bash ${role}" fence has nothing to run.`,
    fix: 'Write a command in it, or remove the fence.',
  }),
  'unterminated-heredoc': (delimiter: string): Text => ({
    message: `The heredoc that begins here does not end: there is no line "${delimiter}".`,
    fix: `Write "${delimiter}" alone on a line, without spaces before or after it.`,
  }),
  'unterminated-quote': (quote: string): Text => ({
    message: `The quote ${quote} that begins here is not closed.`,
    fix: `Write ${quote} where the quoted text ends.`,
  }),
  'result-not-json': (reason: string): Text => ({
    message: `This json result is not JSON: ${reason}.`,
    fix: 'Correct it (what is left out is written as "..."), or make it a "text result".',
  }),
  'step-in-partial': (): Text => ({
    message: 'A file whose name or folder begins with "_" is no page: nobody would run this step.',
    fix: 'Move the step to the page that imports this file.',
  }),

  // <Elapse>
  'elapse-name': (name: string): Text => ({
    message: `<${name}> is not known.`,
    fix: 'Write <Elapse duration="15m" />, with a capital E.',
  }),
  'elapse-duration': (found: string): Text => ({
    message: `<Elapse> has ${found}.`,
    fix: 'Write a number with s, m, h or d, in quotes: <Elapse duration="15m" />.',
  }),
  'elapse-attribute': (name: string): Text => ({
    message: `<Elapse> has no attribute "${name}".`,
    fix: 'Write <Elapse duration="15m" /> or <Elapse duration="15m" id="wait" />.',
  }),
  'elapse-id': (): Text => ({
    message: 'The id of <Elapse> should be letters, digits, "-" and "_", in quotes.',
    fix: 'Write <Elapse duration="15m" id="wait" />.',
  }),
  'elapse-children': (): Text => ({
    message: '<Elapse> holds nothing.',
    fix: 'Write <Elapse duration="15m" /> and put the text before or after it.',
  }),

  // Pages together
  'missing-page': (required: string, near: string | undefined): Text => ({
    message: `The required page "${required}" does not exist.`,
    fix: near ? `Did you mean "${near}"?` : 'Write the path of a page below docs/, without its extension.',
  }),
  'same-page': (id: string, file: string): Text => ({
    message: `The page "${id}" is there twice: ${file} is it, too.`,
    fix: 'Rename or remove one of the files.',
  }),
  'missing-account': (account: string, file: string): Text => ({
    message: `The page is practised in the account "${account}", but there is no ${file}.`,
    fix: `Write ${file} (the least: { id: '123456789012', users: [{ name: alice, accessKeys: 1 }] }), name another in the front matter (tejun: { account: <name> }), or one for all pages in tejun.config.json ("account").`,
  }),
  'requires-cycle': (cycle: readonly string[]): Text => ({
    message: `The pages require each other in a circle: ${cycle.join(' -> ')}.`,
    fix: 'Remove one of these from "requires", so that a first page remains.',
  }),
  'other-account': (required: string, its: string, ours: string): Text => ({
    message: `The required page "${required}" is practised in ${its}, this page in ${ours}.`,
    fix: 'Pages that require each other share one account: make "account" equal, or remove the page from "requires".',
  }),
} satisfies Record<string, (...details: never[]) => Text>;

export type ProblemCode = keyof typeof catalogue;
export const problemCodes = Object.keys(catalogue) as ProblemCode[];
type Details<Code extends ProblemCode> = Parameters<(typeof catalogue)[Code]>;

/** Builds the problem `code` at a place of a file. */
export function problemAt<Code extends ProblemCode>(
  file: string,
  place: Pick<Position, 'line' | 'column'>,
  code: Code,
  ...details: Details<Code>
): Problem {
  const text = (catalogue[code] as (...details: Details<Code>) => Text)(...details);
  return { file, line: place.line, column: place.column, code, ...text };
}

/** Collects what is wrong in one file. */
export interface ProblemReporter {
  readonly problems: Problem[];
  report<Code extends ProblemCode>(
    place: Pick<Position, 'line' | 'column'>,
    code: Code,
    ...details: Details<Code>
  ): void;
}

export function createReporter(file: string): ProblemReporter {
  const problems: Problem[] = [];
  return {
    problems,
    report: (place, code, ...details) => {
      problems.push(problemAt(file, place, code, ...details));
    },
  };
}

/** In the order of reading: by line, then column. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** Two lines of plain text: `file:line:column  what is wrong`, and below it, indented, what to write instead. */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}  ${problem.message}\n    ${problem.fix}`;
}
