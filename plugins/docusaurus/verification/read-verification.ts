import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Verification } from '../../../src/verification/index.ts';

const count = z.number().int().nonnegative();

const verification: z.ZodType<Verification> = z.strictObject({
  date: z.iso.datetime(),
  target: z.string(),
  shell: z.string(),
  cli: z.string(),
  pages: z.record(
    z.string(),
    z.record(
      z.string(),
      z.strictObject({
        hash: z.string(),
        passed: count,
        failed: count,
        skipped: count,
        compared: count.optional(),
      }),
    ),
  ),
});

/** Every `*.json` of the folder; none where there is no folder. Throws where a file is not what `npm run verify` writes. */
export function readVerifications(folder: string): Verification[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => read(join(folder, name)));
}

function read(file: string): Verification {
  try {
    return verification.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file} is not what npm run verify writes: run it anew, or remove the file.\n${why}`);
  }
}
