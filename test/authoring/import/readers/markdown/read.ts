import { readMarkdown } from '../../../../../src/authoring/import/readers/markdown/index.ts';
import { summary } from '../../places.ts';

/** The blocks of a Markdown text, one line each. */
export const blocksIn = (text: string): string[] => readMarkdown(text).blocks.map(summary);
