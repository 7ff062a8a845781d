import type { Lesson } from '../types.ts';
import { access } from './access-lessons.ts';
import { credentials } from './credential-lessons.ts';
import { resources } from './resource-lessons.ts';
import { terminal } from './terminal-lessons.ts';

/**
 * All lessons, in the order in which they are tried: the first that holds is told. To add one, write an entry in the
 * file of its theme; the more particular one stands above the more general.
 */
export const lessons: readonly Lesson[] = [...credentials, ...access, ...terminal, ...resources];
