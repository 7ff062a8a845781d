import { UsageError } from '../../project/index.ts';
import { recordingFile, writeRecording } from '../../recording/files/index.ts';
import type { Recording } from '../../recording/types.ts';
import type { PageReport, Provenance } from '../report/types.ts';
import { disagreement, type LocalisedRecording } from './compare-locales.ts';

export interface SavedRecordings {
  /** Files that were written, relative to the project. */
  readonly files: readonly string[];
  /** Why pages were not recorded, a sentence each; their earlier recordings stay. */
  readonly problems: readonly string[];
}

/**
 * Writes what a run recorded, one file a page for all its languages.
 * @throws UsageError when the disk does not take it; what was there before is then still there
 */
export function saveRecordings(
  root: string,
  pages: readonly PageReport[],
  provenance: Provenance,
): SavedRecordings {
  const files: string[] = [];
  const problems: string[] = [];
  for (const id of new Set(pages.map(({ page }) => page))) {
    const versions = pages.filter(({ page }) => page === id).flatMap(localised);
    const wrong = versions.flatMap(({ recorded }) => recorded.problems);
    const found = wrong.length > 0 ? wrong : [disagreement(versions) ?? []].flat();
    problems.push(...found);
    const recording = found.length === 0 ? recordingOf(id, versions, provenance) : undefined;
    if (recording) files.push(write(root, recording));
  }
  return { files, problems };
}

const localised = ({ locale, file, recorded }: PageReport): LocalisedRecording[] =>
  recorded ? [{ locale, file, recorded }] : [];

/** Undefined for a page that does not call `aws`. */
function recordingOf(
  page: string,
  versions: readonly LocalisedRecording[],
  { date, target, cli, upstream }: Provenance,
): Recording | undefined {
  const [first] = versions;
  if (!first || target === 'recording' || first.recorded.steps.length === 0) return undefined;
  const { steps, regions } = first.recorded;
  const locales = versions.map(({ locale }) => locale);
  const from = upstream === undefined ? target : 'emulator';
  return { page, provenance: { date, target: from, cli, regions, locales }, steps };
}

function write(root: string, recording: Recording): string {
  try {
    return writeRecording(root, recording);
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError(
      `${recordingFile(recording.page)} was not written, and is as it was before: ${message.replace(/\.$/, '')}.`,
    );
  }
}
