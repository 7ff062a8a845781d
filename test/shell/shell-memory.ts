import { expect } from 'vitest';
import type { Shell } from '../../src/shell/index.ts';

const LESSONS = [
  'PLAIN=1; export SHOWN=2; f() { echo "f $PLAIN"; }; a=(x "y z"); declare -A m=([k]="v w"); alias ll="echo alias"',
  'mkdir -p deep; cd deep; set -- p "q r"; echo file > kept',
];

/** Gives a session one of each thing that it may know. */
export async function teach(shell: Shell): Promise<void> {
  for (const script of LESSONS)
    expect(await shell.run(script)).toEqual({ stdout: '', stderr: '', exitCode: 0 });
}

/** Asks for all of it. */
export const KNOWN =
  'echo "$PLAIN|$SHOWN|$(printenv PLAIN)|$(printenv SHOWN)|$PWD|$(f)|${a[1]}|${m[k]}|$2"; ll; cat kept';
