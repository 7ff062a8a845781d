import { isMainThread } from 'node:worker_threads';
import { copyStates } from '../project/disk-states.js';

/** Loaded before the command line: copies the folder in which it runs as a kill at any point would leave it. */
if (isMainThread) copyStates(process.cwd(), process.env.TEJUN_STATES ?? '');
