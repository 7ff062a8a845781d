import { findBubblewrap } from '../../src/shell/bash/index.ts';
import { HOME } from './recorded.ts';

const found = await findBubblewrap(HOME);

/** True if bubblewrap confines shells here. */
export const isConfinable = found.works;

/**
 * True if tests that need it are left out. A kernel may forbid it; but in CI, where all that is needed is installed, it must
 * not be missing.
 */
export const skipsConfined = !found.works && !(process.env.CI && /not installed/.test(found.reason));

/** A name for what needs it, with the reason where it is left out. */
export const confinedOnly = (name: string): string =>
  found.works ? name : `${name} (needs a working bubblewrap: ${found.reason})`;
