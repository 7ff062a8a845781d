import { say } from '../language/index.ts';
import { namedTarget, replaceFile, UsageError } from '../project/index.ts';

/** Writes a file that a person has named. @throws UsageError where it cannot be written */
export function writeDocument(file: string, text: string): void {
  const path = namedTarget(process.cwd(), file);
  try {
    replaceFile(path, text);
  } catch (error) {
    throw new UsageError(say`${file} could not be written: ${(error as Error).message}.`);
  }
}
