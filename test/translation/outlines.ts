import { type Outline, readOutline } from '../../src/translation/index.ts';

/** A page that must be readable. */
export function outline(text: string, file = 'docs/course/page.mdx'): Outline {
  const reading = readOutline(text, file);
  if ('outline' in reading) return reading.outline;
  throw new Error(`${reading.problems[0]?.message}\n${text}`);
}
