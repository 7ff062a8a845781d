import * as z from 'zod';
import { say } from '../../language/say.ts';
import { matchingText, onlyFields } from '../yaml/index.ts';
import type { TranslatedHeading } from './types.ts';

const LEVELS = ['beginner', 'intermediate', 'advanced'];
const TOPICS = ['identity', 'storage', 'network', 'compute', 'integration', 'operations'];

/** Message of an issue: what is expected, and on a second line how it is written. */
const expects = (expected: string, example: string): string => `${expected}\n${example}`;
const map = (): string => say`keys with values`;

/** Describes `tejun:` in front matter; the order of the fields is the one in which they are listed to writers. */
export const createFrontMatterSchema = () =>
  onlyFields(
    {
      requires: pages().optional(),
      account: account().optional(),
      variables: variables().optional(),
      target: target().optional(),
      // The site reads these three from the overview of a course: a run has no use for them.
      level: oneOf('level', LEVELS).optional(),
      topic: oneOf('topic', TOPICS).optional(),
      after: courses().optional(),
      translation: translation().optional(),
      allow: allowances().optional(),
    },
    expects(map(), 'tejun: { requires: [course/page] }'),
  );

function pages() {
  const example = 'requires: [course/page, ./page-beside-this-one]';
  const page = matchingText(/./s, expects(say`the name of a page`, example));
  return z.array(page, { error: expects(say`a list of pages`, example) });
}

const account = () =>
  matchingText(
    /^(?!_)[\w.-]+$/,
    expects(say`the name of an account file without "_" and ".yaml"`, 'account: account'),
  );

const target = () =>
  z.literal('recording', {
    error: expects(
      say`\`recording\`, or left out: by default a page is run on the sandbox`,
      'target: recording',
    ),
  });

const oneOf = (key: string, words: string[]) =>
  z.enum(words, { error: expects(say`one of ${words.join(', ')}`, `${key}: ${words[0]}`) });

function courses() {
  const error = expects(say`a list of courses`, 'after: [sts-session-token]');
  return z.array(z.string({ error }), { error });
}

function variables() {
  const name = matchingText(/^[A-Za-z_]\w*$/, '');
  const ofRecord = (code: string | undefined) =>
    code === 'invalid_key'
      ? expects(say`named with letters, digits and "_"`, 'BUCKET: { default: example-bucket }')
      : expects(map(), 'variables: { BUCKET: { default: example-bucket } }');
  return z.record(name, variable(), { error: ({ code }) => ofRecord(code) });
}

function variable() {
  const like = (expected: string) => (issue: { readonly path?: PropertyKey[] | undefined }) =>
    expects(expected, `${String(issue.path?.[1])}: { default: example-bucket, label: ... }`);
  const error = like(say`one line of text (a number in quotes)`);
  const label = expects(say`a text`, 'label: "Bucket"');
  return onlyFields(
    {
      default: z.string({ error }).refine(isOneLine, { error }),
      label: z.string({ error: label }).min(1, { error: label }).optional(),
    },
    like(map()),
  );
}

const isOneLine = (text: string): boolean => text !== '' && text.trim() === text && !text.includes('\n');

function allowances() {
  const example = 'allow: [{ rule: account-id, value: "582318560864", reason: "published by AWS" }]';
  const text = (expected: string) => matchingText(/\S/, expects(expected, example));
  const allowance = onlyFields(
    {
      rule: text(say`the name of a rule`),
      value: text(say`a text, in quotes, or left out`).optional(),
      reason: text(say`a reason`),
    },
    expects(say`a rule and a reason (and a value, in quotes, where only one text is meant)`, example),
  );
  return z.array(allowance, { error: expects(say`a list`, example) });
}

function translation() {
  const example = say`written by \`tejun i18n accept\`: translation: [{ heading: purpose, prose: '...' }]`;
  const error = (expected: string) => expects(expected, example);
  const hex = (what: string, pattern: RegExp, digits: number) =>
    matchingText(pattern, error(say`${what}: ${digits} hexadecimal digits, in quotes`));
  const prose = hex(say`a hash`, /^[0-9a-f]{16}$/, 16);
  const heading = onlyFields(
    {
      heading: z.string({ error: error(say`an anchor or a heading`) }),
      prose,
      state: z.literal('machine', { error: error(say`\`machine\`, or left out`) }).optional(),
    },
    error(map()),
  ).transform(({ state, ...mark }): TranslatedHeading => ({ ...mark, ...(state && { isMachine: true }) }));
  const headings = z.array(heading, { error: error(say`a list of headings`) });
  return z.union([
    headings.transform((marks) => ({ headings: marks })),
    // The form of 0.2.0, one version for the whole page.
    onlyFields(
      { source: hex(say`a blob id of git`, /^[0-9a-f]{40}$/, 40), prose },
      error(say`a list of headings`),
    ),
  ]);
}
