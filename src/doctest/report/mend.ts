import { say } from '../../language/index.ts';
import type { StepOutcome } from '../../practice/index.ts';
import { resultsOf, type Step } from '../../procedure/index.ts';

type Failure = Extract<StepOutcome, { status: 'failed' }>;

/** Says what to write instead, where a failure tells which mistake of its writer it is; undefined elsewhere. */
type Mend = (step: Exclude<Step, { role: 'elapse' }>, failure: Failure) => string | undefined;

const PROMPT = /^[ \t]*([$%❯➜])[ \t]+\S/m;
/** Looks like the space between two words, and is a letter to the shell. */
const FALSE_SPACE = /[\u00a0\u2000-\u200f\u202f\u2060\u3000]/;

const CURL = /(?:^|[|;&(\s])curl\s/;
/** Exit code of curl: the host could not be resolved. */
const NO_HOST = 6;

const mends: readonly Mend[] = [
  ({ script }, { output: { exitCode } }) => {
    const prompt = exitCode === 127 && PROMPT.exec(script)?.[1];
    return prompt
      ? say`The command begins with the prompt "${prompt}". Leave it out: \`tejun lint --fix\` does so.`
      : undefined;
  },
  ({ script }, { output: { exitCode } }) => {
    const char = exitCode !== 0 && FALSE_SPACE.exec(script)?.[0];
    if (!char) return undefined;
    const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return say`The command has a character that looks like a space and is none (U+${code}). Write a plain space: \`tejun lint --fix\` does so.`;
  },
  (_, { output: { stderr } }) => {
    const [, meant] = /, maybe you meant:\s+((?:\* \S+\s*)+)$/.exec(stderr) ?? [];
    const names = meant?.match(/[^\s*]+/g) ?? [];
    return names.length > 0
      ? say`There is no such word in the AWS CLI. Did you mean "${names.join('" / "')}"?`
      : undefined;
  },
  (_, { output: { stderr } }) => {
    const name = /^([\w.-]+): not in the simulated shell: /m.exec(stderr)?.[1];
    return name === undefined
      ? undefined
      : say`The simulated shell has no ${name}. Where readers have it, write only=bash and run the page with \`--shell bash\` too; or write skip="the reason".`;
  },
  ({ script }, { output: { exitCode } }) =>
    CURL.test(script) && exitCode === NO_HOST
      ? say`A practice reaches AWS only, and no other address. Write skip="the reason", or only=live where readers may run it.`
      : undefined,
  (_, { output: { stderr } }) => {
    const name = /^The built-in aws of Tejun has no (.+?): /m.exec(stderr)?.[1];
    return name === undefined
      ? undefined
      : say`The sandbox has no ${name}. Record the page with a real CLI (\`--shell bash --record\`, with \`--upstream\` or \`--target live\`) and write "tejun: { target: recording }" in its front matter; or write skip="the reason" on the step.`;
  },
  (_, { output: { stopped } }) =>
    stopped?.endsWith('its time-out')
      ? say`The step takes longer, or waits for somebody to type. Write timeout=60s, or the answers: input="yes".`
      : undefined,
  ({ role }, { verdict }) =>
    role === 'env' && verdict?.differences.every(({ kind }) => kind === 'stream')
      ? say`"bash env" only sets variables. Write "bash command" for what prints something, or send it to /dev/null.`
      : undefined,
  (step, { verdict, output: { exitCode } }) => {
    const isOnly = verdict?.differences.length === 1 && verdict.differences[0]?.kind === 'exit-code';
    const [result] = resultsOf(step);
    return isOnly && result && exitCode !== 0
      ? say`The output is that of the example. If exit code ${exitCode} is meant, write "${result.form} result exit=${exitCode}".`
      : undefined;
  },
];

/** The mistake of the writer behind a failure, and what to write instead; undefined where none is recognised. */
export function mendOf(step: Step, failure: Failure): string | undefined {
  if (step.role === 'elapse') return undefined;
  for (const mend of mends) {
    const text = mend(step, failure);
    if (text !== undefined) return text;
  }
  return undefined;
}
