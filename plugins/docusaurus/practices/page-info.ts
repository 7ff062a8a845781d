import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  fingerprint,
  formerFingerprint,
  isHidden,
  type Page,
  type Step,
} from '../../../src/procedure/index.ts';
import { identifyPage } from '../../../src/project/index.ts';
import { readRecording, recordingFile } from '../../../src/recording/files/index.ts';
import type { PageInfo } from '../../../src/session/index.ts';
import { readDocFile } from '../read-docs.ts';
import { withoutFences } from '../without-fences.ts';

/** Pages of a course share one practice, except those that name an account of their own. */
export const practiceOf = ({ course, account }: Page) =>
  account === 'account' ? course : `${course}/${account}`;

const known = new WeakMap<Page, { readonly version: string; readonly info: PageInfo }>();

/** Collects the facts of a page that has runnable steps; undefined for any other, and for a broken one. */
export function pageInfoOf(page: Page | undefined, sources: Sources): PageInfo | undefined {
  if (!page || page.steps.length === 0) return undefined;
  // Every page of a course asks for the facts of all, and again after each save.
  const version = versionOf(page, sources);
  const last = known.get(page);
  if (last?.version === version) return last.info;
  const info = collectInfo(page, sources);
  known.set(page, { version, info });
  return info;
}

/** Changes with the other files that facts about the page are read from. */
const versionOf = ({ id }: Page, { siteDir }: Sources): string =>
  [...sourceFiles(id), recordingFile(id)]
    .map((file) => statSync(join(siteDir, file), { throwIfNoEntry: false })?.mtimeMs)
    .join();

function collectInfo(page: Page, sources: Sources): PageInfo {
  const shown = page.steps.filter((step) => !isHidden(step));
  const [hash, formerHash] = [fingerprint(page), formerFingerprint(page)];
  return {
    practice: practiceOf(page),
    hash,
    ...(formerHash !== hash && { formerHash }),
    steps: shown.length,
    minutes: minutesOf(page, sources),
    ...(page.target === 'recording' && { recorded: recordedFrom(page, sources) }),
  };
}

function recordedFrom({ id }: Page, { siteDir }: Sources): PageInfo['recorded'] {
  const recording = readRecording(siteDir, id);
  if (!recording) return 'nothing';
  const { date, target, cli } = recording.provenance;
  return { date, target, cli };
}

export interface Sources {
  readonly siteDir: string;
  readonly sourceLocale: string;
}

const sourceFiles = (id: string): string[] => ['mdx', 'md'].map((extension) => `docs/${id}.${extension}`);

/** From the source's text, so that a page takes equally long in all languages. */
function minutesOf(page: Page, { siteDir, sourceLocale }: Sources): number {
  const file = sourceFiles(page.id).find((name) => existsSync(join(siteDir, name)));
  const identity = file && identifyPage(file, sourceLocale);
  if (!identity) return 1;
  const doc = readDocFile(siteDir, identity);
  return doc ? estimateMinutes(doc.page ?? page, doc.text) : 1;
}

/** Seconds: to read a command, run it and compare what it printed; a rough guess, told to readers as one. */
const STEP_SECONDS: Readonly<Record<Exclude<Step['role'], 'elapse'>, number>> = {
  env: 15,
  check: 20,
  command: 30,
  file: 30,
  setup: 0,
  cleanup: 0,
};
/** Readers of Japanese take in some 500 characters a minute, readers of English some 1,100. */
const CHARACTERS_PER_MINUTE: Readonly<Record<string, number>> = { ja: 500 };
const OTHER_CHARACTERS_PER_MINUTE = 1_100;

/** How long a page takes, in whole minutes from 1, without what `<Elapse>` lets pass: that is fast-forwarded. */
export function estimateMinutes(page: Page, source: string): number {
  const steps = page.steps.reduce((sum, { role }) => sum + (role === 'elapse' ? 0 : STEP_SECONDS[role]), 0);
  const prose = withoutFences(source)
    .replace(/^---\n.*?\n---\n/s, '')
    .split('{/*')
    .map((part, index) => (index === 0 ? part : (part.split('*/}')[1] ?? '')))
    .join('')
    .replace(/\s+/g, ' ');
  const speed = CHARACTERS_PER_MINUTE[page.locale] ?? OTHER_CHARACTERS_PER_MINUTE;
  return Math.max(1, Math.round(steps / 60 + prose.length / speed));
}
