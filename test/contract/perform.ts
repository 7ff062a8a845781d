import { codeAt } from '../../src/aws/sandbox/mfa/index.ts';
import { WORKING_DIRECTORY } from '../../src/practice/starting-point.ts';
import { createMask } from './mask.ts';
import type { Scenario } from './scenario.ts';
import type { World } from './test-account.ts';
import { type Outcome, print } from './transcript.ts';

/** A shell in the scenario's home, whose `aws` is the real one or the built-in. */
export interface Runner {
  run(script: string): Promise<Pick<Outcome, 'stdout' | 'stderr' | 'exitCode'>>;
}

/** Runs the entries of a scenario one after the other: what each gave, as it stands in a transcript. */
export async function perform(scenario: Scenario, world: World, runner: Runner): Promise<string[]> {
  const mask = createMask();
  const transcripts: string[] = [];
  for (const [index, { script, unordered, elapse, ticks }] of scenario.entries.entries()) {
    world.begin(index, elapse, ticks);
    const output = await runner.run(await withCodes(script, world, runner));
    const outcome = {
      ...{ script, exitCode: output.exitCode, requests: world.requests() },
      ...{ stdout: mask(output.stdout), stderr: mask(output.stderr) },
    };
    transcripts.push(print(unordered ? inAnyOrder(outcome) : outcome));
  }
  return transcripts;
}

/** `{{code seed.txt 30}}`: what the MFA device whose seed is in a file shows in 30 s. */
async function withCodes(script: string, world: World, runner: Runner): Promise<string> {
  const parts = script.split(/(\{\{code [^}]+\}\})/);
  const filled = parts.map(async (part) => {
    const [, file, seconds = '0'] = /^\{\{code (\S+)(?: (-?\d+))?\}\}$/.exec(part) ?? [];
    if (file === undefined) return part;
    const { stdout } = await runner.run(`cat ${WORKING_DIRECTORY.replace(/.*\//, '../')}/${file}`);
    return codeAt(stdout.trim(), new Date(world.account().getTime() + Number(seconds) * 1000));
  });
  return (await Promise.all(filled)).join('');
}

function inAnyOrder(outcome: Outcome): Outcome {
  const sorted = (text: string) => text.split(/(?<=\n)/).sort();
  return {
    ...outcome,
    stdout: sorted(outcome.stdout).join(''),
    stderr: sorted(outcome.stderr).join(''),
    requests: [...outcome.requests].sort(),
  };
}
