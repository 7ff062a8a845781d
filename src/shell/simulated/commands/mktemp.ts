import { type CustomCommand, defineCommand } from 'just-bash';
import { failed, succeeded } from './exec-results.ts';

const USAGE = 'mktemp: this shell knows `mktemp [-d] [-p DIRECTORY] [TEMPLATE]`';

/** mktemp(1) with names counted up instead of drawn by lot, so that two sessions are equal. */
export function mktempCommand(): CustomCommand {
  let count = 0;
  return defineCommand('mktemp', async (args, { fs, cwd, exportedEnv = {} }) => {
    const asked = parse(args);
    if (!asked) return failed(USAGE);
    const { template, directory } = asked;
    const folder = asked.folder ?? (asked.templateGiven ? cwd : (exportedEnv.TMPDIR ?? '/tmp'));
    const mask = /X{3,}(?!.*X{3})/.exec(template)?.[0];
    if (!mask) return failed(`mktemp: too few X's in template '${template}'`);
    let path: string;
    do {
      count += 1;
      const name = template.replace(/X{3,}(?!.*X{3})/, String(count).padStart(mask.length, '0'));
      path = asked.templateGiven && !asked.folder ? name : `${folder}/${name}`;
    } while (await fs.exists(fs.resolvePath(cwd, path)));
    const absolute = fs.resolvePath(cwd, path);
    if (directory) await fs.mkdir(absolute);
    else await fs.writeFile(absolute, '');
    await fs.chmod(absolute, directory ? 0o700 : 0o600);
    return succeeded(`${path}\n`);
  });
}

function parse(args: readonly string[]) {
  let directory = false;
  let folder: string | undefined;
  let template: string | undefined;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-d' || arg === '--directory') directory = true;
    else if (arg === '-p') folder = args[++index];
    else if (arg === '-t') folder = '/tmp';
    else if (arg.startsWith('-') || template !== undefined) return undefined;
    else template = arg;
  }
  return { directory, folder, template: template ?? 'tmp.XXXXXXXXXX', templateGiven: template !== undefined };
}
