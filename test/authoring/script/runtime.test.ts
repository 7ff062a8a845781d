import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { RUNTIME } from '../../../src/authoring/script/runtime.ts';

/** Runs a check after a command that printed something and ended in an exit code. */
function check(call: string, { out = '', err = '', exit = 0 }): { status: number | null; stderr: string } {
  const script = `${RUNTIME}\ntejun_step p.mdx:1 title >/dev/null
    printf %s '${out}' >"$TEJUN_OUT"; printf %s '${err}' >"$TEJUN_ERR"; TEJUN_EXIT=${exit}; ${call}`;
  const { status, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  return { status, stderr: stderr.trim() };
}

test.each([
  ['tejun_exits 3', { exit: 3 }],
  ['tejun_silent', {}],
  ['tejun_shows a.c', { err: 'xa.cx' }],
  ['tejun_fails_with "(X)"', { exit: 255, err: 'error (X) y' }],
  ['tejun_equal', { out: '# 1.2. A:"x"\n     A="x"\n\n# B:""\n B=""' }],
])('%s holds for %j', (call, run) => {
  expect(check(call, run)).toEqual({ status: 0, stderr: '' });
});

test.each([
  ['tejun_exits 3', { exit: 0 }, 'exit code 0 instead of 3'],
  ['tejun_silent', { err: 'x' }, 'it must print nothing'],
  ['tejun_shows a.c', { out: 'abc' }, 'the output must contain: a.c'],
  ['tejun_fails_with "(X)"', { exit: 1, err: '(X)' }, 'exit code 1 instead of 254 or 255'],
  ['tejun_fails_with "(X)"', { exit: 254, err: '(Y)' }, 'it must fail with: (X)'],
  ['tejun_equal', { out: '# A:"x"\n  A="y"' }, 'a variable has another value'],
])('%s fails for %j', (call, run, reason) => {
  const { status, stderr } = check(call, run);
  expect(status).toBe(1);
  expect(stderr).toContain(`FAILED p.mdx:1: ${reason}`);
});
