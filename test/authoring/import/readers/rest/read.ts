import { readRest } from '../../../../../src/authoring/import/readers/rest/index.ts';
import { summary } from '../../places.ts';

/** The blocks of a text in reStructuredText, one line each. */
export const blocksIn = (text: string): string[] => readRest(text).blocks.map(summary);
