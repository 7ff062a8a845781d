/**
 * `npm run record -- <what> [name...]`: writes what real tools print into the project, for the names given or for
 * all. Git shows what changed. Exit code 2 for an unknown `what`.
 */
import { recordBash } from './bash.ts';
import { recordCliCases } from './cli-cases.ts';
import { recordCliManual } from './cli-manual.ts';
import { recordCliModel } from './cli-model/index.ts';
import { recordContract } from './contract.ts';
import { recordGrammars } from './grammars.ts';
import { recordSkeletons } from './skeletons.ts';

const recorders: Readonly<
  Record<string, { readonly about: string; readonly record: (names: readonly string[]) => Promise<void> }>
> = {
  'cli-model': { about: 'src/aws/cli/model, from AWS CLI 2.9.19', record: recordCliModel },
  'cli-manual': { about: 'src/aws/manual/texts, from AWS CLI 2.9.19', record: recordCliManual },
  contract: {
    about: 'test/fixtures/contract/<scenario>/recorded.txt, with AWS CLI 2.9.19',
    record: recordContract,
  },
  cli: { about: 'test/fixtures/aws/cli/<case>.yaml, with AWS CLI 2.9.19', record: recordCliCases },
  skeletons: {
    about: 'test/fixtures/aws/cli-skeletons/<service>.txt, with AWS CLI 2.9.19',
    record: recordSkeletons,
  },
  grammars: { about: 'the parser beside each grammar (*.peggy), with Peggy', record: recordGrammars },
  bash: { about: 'test/fixtures/shell/<case>/output.txt, with bash 5.2', record: recordBash },
};

const [what = '', ...names] = process.argv.slice(2);
const recorder = Object.hasOwn(recorders, what) ? recorders[what] : undefined;
if (recorder) {
  await recorder.record(names);
} else {
  const lines = Object.entries(recorders).map(([name, { about }]) => `  ${name.padEnd(10)} ${about}\n`);
  process.stderr.write(`usage: npm run record -- <what> [name...]\n\n${lines.join('')}`);
  process.exitCode = 2;
}
