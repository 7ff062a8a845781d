/** Every problem a page can have: the one place where their texts are written. */
import { say } from '../language/say.ts';
import type { Position, Problem } from './types.ts';

interface Text {
  readonly message: string;
  readonly fix: string;
}

const ROLES = 'env, check, command, setup, cleanup';
const list = (names: readonly string[]) => names.join(', ');
/** Suggests the closest name, or all known names where none is close. */
const instead = (near: string | undefined, known: readonly string[]) =>
  near ? say`Did you mean "${near}"?` : say`Known are: ${list(known)}.`;

const catalogue = {
  // The file
  'not-utf8': (): Text => ({
    message: say`The file is not UTF-8 text.`,
    fix: say`Save it as UTF-8.`,
  }),
  'long-line': (length: number, most: number): Text => ({
    message: say`The line has ${length} characters, more than ${most}.`,
    fix: say`Break it, or shorten what it shows, for example with \`...\`.`,
  }),
  'long-paragraph': (length: number, most: number): Text => ({
    message: say`The paragraph has ${length} characters, more than ${most}.`,
    fix: say`Divide it by blank lines.`,
  }),
  'deep-line': (depth: number): Text => ({
    message: say`The page has too many lists and quotations in one another; here are ${depth}.`,
    fix: say`Put what is no list into a block of code, or divide the page.`,
  }),
  'large-file': (length: number, most: number): Text => ({
    message: say`The file has ${length} characters, more than ${most}.`,
    fix: say`Divide it into several pages.`,
  }),
  'dangling-link': (): Text => ({
    message: say`The file is a link that leads nowhere.`,
    fix: say`Remove the link, or let it lead to a page.`,
  }),
  'outside-link': (): Text => ({
    message: say`The file is behind a link that leads out of the project, and was not read.`,
    fix: say`Replace the link with the file itself.`,
  }),
  config: (reason: string): Text => ({
    message: say`The settings cannot be used: ${reason}.`,
    fix: say`Write, for example, { "pages": ["docs", "README.md"], "locales": ["en"], "account": "account.yaml", "onUnmarkedFence": "ignore" }.`,
  }),
  'locales-file': (): Text => ({
    message: say`The list of languages cannot be read.`,
    fix: say`Write it like this, the source language first: { "ja": { "label": "日本語" }, "en": { "label": "English" } }`,
  }),
  'unlisted-locale': (locale: string, folder: string): Text => ({
    message: say`There are pages in ${folder}, but the language "${locale}" is not listed.`,
    fix: say`Add "${locale}" to the list, or remove the folder.`,
  }),
  'broken-parser': (reason: string): Text => ({
    message: say`The parser broke over this page: ${reason}`,
    fix: say`Look for a part of the page that is very large or deeply nested, and shorten it.`,
  }),
  'mdx-syntax': (reason: string, fix: string): Text => ({
    message: say`This is not valid MDX: ${reason}.`,
    fix,
  }),
  'unclosed-front-matter': (): Text => ({
    message: say`The front matter is not closed.`,
    fix: say`Write a line "---" after its last line.`,
  }),
  'merge-conflict': (end: number): Text => ({
    message: say`Lines up to ${end} are an unresolved merge conflict.`,
    fix: say`Keep one side and remove the lines with <<<<<<<, ======= and >>>>>>>; in a translation run \`tejun i18n accept\` afterwards.`,
  }),
  'front-matter-yaml': (reason: string): Text => ({
    message: say`The front matter is not valid YAML: ${reason}.`,
    fix: say`Correct this line; put quotes round a value that contains ": ", "#" or a bracket.`,
  }),
  'front-matter-type': (path: string, expected: string, example: string): Text => ({
    message: path
      ? say`"${path}" in the front matter should be ${expected}.`
      : say`The front matter should be ${expected}.`,
    fix: say`Write it like this: ${example}`,
  }),
  'front-matter-key': (path: string, near: string | undefined, known: readonly string[]): Text => ({
    message: say`"${path}" in the front matter is not known.`,
    fix: instead(near, known),
  }),
  'ambiguous-variable': (name: string, other: string, value: string): Text => ({
    message: say`The variables ${other} and ${name} have the same default "${value}".`,
    fix: say`Give each variable a default of its own: a variable is found in the fences by its default.`,
  }),
  'unused-variable': (name: string, value: string): Text => ({
    message: say`The default "${value}" of variable ${name} stands in no fence of this page.`,
    fix: say`Write the default in the fences exactly as in the front matter, or remove the variable.`,
  }),

  // Fences
  'unclosed-fence': (fence: string, line?: number): Text => ({
    message: line
      ? say`This fence is not closed before the next one begins in line ${line}.`
      : say`This fence is not closed.`,
    fix: say`Write a line "${fence}", indented like this one, after its last line.`,
  }),
  'unmarked-fence': (lang: string): Text => ({
    message: say`This ${lang} fence does not say what it is for.`,
    fix: say`Add a role (${ROLES}), as in "bash command"; write "text" as the language of what is not to be run.`,
  }),
  'unknown-role': (word: string, near: string | undefined, known: readonly string[]): Text => ({
    message: say`The role "${word}" is not known.`,
    fix: instead(near, known),
  }),
  'several-roles': (words: readonly string[]): Text => ({
    message: say`This fence has more than one role: ${list(words)}.`,
    fix: say`Keep one of them; what belongs to two roles is two fences.`,
  }),
  'role-language': (role: string, lang: string, right: string): Text => ({
    message: say`The role "${role}" does not go with the language "${lang}".`,
    fix: say`Write ${right}.`,
  }),
  'role-as-language': (role: string, right: string): Text => ({
    message: say`"${role}" stands where the language of the fence belongs.`,
    fix: say`Write ${right}.`,
  }),
  'joined-words': (lang: string, right: string): Text => ({
    message: say`"${lang}" is read as the name of a language.`,
    fix: say`Put plain spaces between the words, as in "${right}".`,
  }),
  'missing-role': (key: string, right: string): Text => ({
    message: say`"${key}=" stands on a fence that has no role.`,
    fix: say`Write the role after the language, as in ${right}.`,
  }),
  'unknown-word': (word: string): Text => ({
    message: say`"${word}" means nothing here.`,
    fix: say`After language and role come key=value attributes: put a value with spaces in quotes, one with quotes in the other kind.`,
  }),
  'attribute-without-value': (key: string, example: string): Text => ({
    message: say`The attribute "${key}" has no value.`,
    fix: say`Write, for example, ${example}.`,
  }),
  'unknown-attribute': (key: string, near: string | undefined, known: readonly string[]): Text => ({
    message: say`The attribute "${key}" is not known.`,
    fix: instead(near, known),
  }),
  'misplaced-attribute': (key: string, right: string): Text => ({
    message: say`The attribute "${key}" does not belong on this fence.`,
    fix: say`Write it on ${right}.`,
  }),
  'repeated-attribute': (key: string): Text => ({
    message: say`The attribute "${key}" is given twice.`,
    fix: say`Keep one of them.`,
  }),
  'bad-attribute': (key: string, value: string, expected: string, example: string): Text => ({
    message: say`${key}="${value}" should be ${expected}.`,
    fix: say`Write, for example, ${example}.`,
  }),
  'missing-reason': (): Text => ({
    message: say`match=none compares nothing and does not say why.`,
    fix: say`Write match=none reason="why nothing is compared", or remove match=none.`,
  }),
  'needless-reason': (): Text => ({
    message: say`The attribute "reason" only explains match=none.`,
    fix: say`Remove it, or add match=none.`,
  }),

  // Steps
  'result-without-step': (): Text => ({
    message: say`There is no step that this result example could belong to.`,
    fix: say`Put it after a "bash command" fence.`,
  }),
  'result-after-elapse': (): Text => ({
    message: say`This result example follows <Elapse>, which prints nothing.`,
    fix: say`Put it directly after its "bash command" fence, before <Elapse>.`,
  }),
  'result-of-silent-step': (fence: string, line: number): Text => ({
    message: say`This result example follows the "${fence}" fence in line ${line}, which shows no result.`,
    fix: say`Put it after a "bash command" fence, or remove the example.`,
  }),
  'second-result': (line: number): Text => ({
    message: say`The step before this result example has one already, in line ${line}.`,
    fix: say`Join the two examples, put a "bash command" fence before this one, or say on both when they are printed: case="the bucket exists", only=cli>=2.15.`,
  }),
  'result-beside-shows': (line: number): Text => ({
    message: say`The step in line ${line} has "shows=", and this result example as well.`,
    fix: say`Keep one of them: the example is compared as a whole, "shows=" looks for one text.`,
  }),
  'duplicate-id': (id: string, line: number): Text => ({
    message: say`The id "${id}" is taken by the step in line ${line}.`,
    fix: say`Choose another id.`,
  }),
  'automatic-id': (id: string, line: number): Text => ({
    message: say`The id "${id}" is the one that the step in line ${line} has by itself.`,
    fix: say`Choose an id that does not look like "step-1".`,
  }),
  'empty-script': (role: string): Text => ({
    message: say`This "bash ${role}" fence has nothing to run.`,
    fix: say`Write a command in it, or remove the fence.`,
  }),
  'unterminated-heredoc': (delimiter: string): Text => ({
    message: say`The heredoc that begins here does not end: there is no line "${delimiter}".`,
    fix: say`Write "${delimiter}" alone on a line, without spaces before or after it.`,
  }),
  'unterminated-quote': (quote: string): Text => ({
    message: say`The quote ${quote} that begins here is not closed.`,
    fix: say`Write ${quote} where the quoted text ends.`,
  }),
  'result-not-json': (reason: string): Text => ({
    message: say`This json result is not JSON: ${reason}.`,
    fix: say`Correct it (what is left out is written as "..."), or make it a "text result".`,
  }),
  'step-in-partial': (): Text => ({
    message: say`A file whose name or folder begins with "_" is no page: nobody would run this step.`,
    fix: say`Show the file on a page: import Part from './_part.mdx', and <Part /> on a line of its own.`,
  }),
  'missing-partial': (file: string): Text => ({
    message: say`There is no file ${file}.`,
    fix: say`Correct the path of this import. A translation imports a file of its own language.`,
  }),
  'partial-cycle': (file: string): Text => ({
    message: say`${file} would stand within itself.`,
    fix: say`Remove one of the imports.`,
  }),
  'partial-not-alone': (name: string): Text => ({
    message: say`<${name}> holds steps, and does not stand alone.`,
    fix: say`Write <${name} /> on a line of its own, without attributes.`,
  }),

  'duplicate-anchor': (anchor: string, line: number): Text => ({
    message: say`The anchor "#${anchor}" is taken by the heading in line ${line}.`,
    fix: say`Choose another anchor, and write it in the links that lead here.`,
  }),

  // <Elapse>
  'elapse-name': (name: string): Text => ({
    message: say`<${name}> is not known.`,
    fix: say`Write <Elapse duration="15m" />, with a capital E.`,
  }),
  'elapse-duration': (found: string): Text => ({
    message: say`<Elapse> has ${found}.`,
    fix: say`Write a number with s, m, h or d, in quotes: <Elapse duration="15m" />.`,
  }),
  'elapse-attribute': (name: string): Text => ({
    message: say`<Elapse> has no attribute "${name}".`,
    fix: say`Write <Elapse duration="15m" /> or <Elapse duration="15m" id="wait" />.`,
  }),
  'elapse-id': (): Text => ({
    message: say`The id of <Elapse> should be letters, digits, "-" and "_", in quotes.`,
    fix: say`Write <Elapse duration="15m" id="wait" />.`,
  }),
  'elapse-children': (): Text => ({
    message: say`<Elapse> holds nothing.`,
    fix: say`Write <Elapse duration="15m" /> and put the text before or after it.`,
  }),

  // Pages together
  'broken-link': (target: string, near: string | undefined): Text => ({
    message: say`This link leads nowhere: there is no ${target}.`,
    fix: near === undefined ? say`Correct the path, or remove the link.` : say`Did you mean "${near}"?`,
  }),
  'moved-page': (before: string, now: string): Text => ({
    message: say`This link leads to the old place of a page that has moved: ${before}.`,
    fix: say`Write "${now}".`,
  }),
  'broken-anchor': (anchor: string, file: string, known: string | undefined): Text => ({
    message: say`There is no heading with the anchor "#${anchor}" in ${file}.`,
    fix:
      known === undefined
        ? say`Write the anchor behind the heading, as in "## Make a bucket {/* #make */}".`
        : say`Did you mean "#${known}"?`,
  }),
  'broken-image': (target: string, near: string | undefined): Text => ({
    message: say`There is no image ${target}.`,
    fix: near === undefined ? say`Put the file there, or correct the path.` : say`Did you mean "${near}"?`,
  }),
  'missing-page': (required: string, near: string | undefined): Text => ({
    message: say`The required page "${required}" does not exist.`,
    fix: near
      ? say`Did you mean "${near}"?`
      : say`Write the path of a page below docs/, without its extension.`,
  }),
  'same-page': (id: string, file: string): Text => ({
    message: say`The page "${id}" is there twice: ${file} is it, too.`,
    fix: say`Rename or remove one of the files.`,
  }),
  'missing-account': (account: string, file: string): Text => ({
    message: say`The page is practised in the account "${account}", but there is no ${file}.`,
    fix: say`Write ${file} (the least: { id: '123456789012', users: [{ name: alice, accessKeys: 1 }] }), name another in the front matter (tejun: { account: <name> }), or one for all pages in tejun.config.json ("account").`,
  }),
  'requires-cycle': (cycle: readonly string[]): Text => ({
    message: say`The pages require each other in a circle: ${cycle.join(' -> ')}.`,
    fix: say`Remove one of these from "requires", so that a first page remains.`,
  }),
  'other-account': (required: string, its: string, ours: string): Text => ({
    message: say`The required page "${required}" is practised in ${its}, this page in ${ours}.`,
    fix: say`Pages that require each other share one account: make "account" equal, or remove the page from "requires".`,
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
