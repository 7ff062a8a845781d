import type { OptionSpec } from '../argparse/index.ts';
import { helpText, parseSubcommand, printedOutput, tooFewArguments } from '../commands/custom.ts';
import type { Globals } from '../commands/globals.ts';
import { notBuiltIn } from '../failures.ts';
import { s3Commands } from '../model/index.ts';
import type { AwsHost, AwsOutput } from '../types.ts';
import { rbOptions, runMb, runRb } from './buckets.ts';
import { lsOptions, runLs } from './ls.ts';
import { optionsOf } from './options.ts';
import { presignOptions, runPresign } from './presign.ts';
import { runTransfer } from './transfer.ts';
import { runWebsite, websiteOptions } from './website.ts';

/** The commands that the built-in has, with their options. */
export const s3CommandOptions: Readonly<Record<string, readonly OptionSpec[]>> = {
  ls: lsOptions,
  ...optionsOf,
  mb: [],
  rb: rbOptions,
  presign: presignOptions,
  website: websiteOptions,
};

/** `aws s3 ...`. */
export async function runS3(words: readonly string[], globals: Globals, host: AwsHost): Promise<AwsOutput> {
  const { name, rest } = parseSubcommand(words, s3Commands);
  switch (name) {
    case undefined:
      throw tooFewArguments('s3');
    case 'help':
      return printedOutput(helpText('s3'));
    case 'ls':
      return runLs(rest, globals, host);
    case 'mb':
      return runMb(rest, globals, host);
    case 'rb':
      return runRb(rest, globals, host);
    case 'presign':
      return runPresign(rest, globals, host);
    case 'website':
      return runWebsite(rest, globals, host);
    case 'cp':
    case 'mv':
    case 'rm':
    case 'sync':
      return runTransfer(name, rest, globals, host);
    default:
      throw notBuiltIn(`s3 ${name}`, 'it has s3 ls, mb, rb, cp, mv, rm, sync, presign and website.');
  }
}
