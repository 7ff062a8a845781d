import type { CustomCommand } from 'just-bash';
import type { ChildEnvironments } from '../statement-source.ts';
import type { SimulatedShellOptions } from '../types.ts';
import { awsCommand } from './aws.ts';
import { environmentCommands } from './environment.ts';
import { fileCommands, umaskCommand } from './file-commands.ts';
import { identityCommands } from './identity-commands.ts';
import { lsCommand } from './ls.ts';
import { mktempCommand } from './mktemp.ts';
import { oathtoolCommand } from './oathtool.ts';
import { spawningCommands } from './spawning.ts';
import { textCommands } from './text-commands.ts';
import { dateCommand, sleepCommand } from './time-commands.ts';
import { unavailableCommands } from './unavailable.ts';
import { unzipCommand } from './unzip.ts';
import { zipCommand } from './zip.ts';

/** Creates the commands of this shell beyond just-bash's, or in place of them. */
export function commandsOf(options: SimulatedShellOptions, handed: ChildEnvironments): CustomCommand[] {
  const userName = options.userName ?? 'ec2-user';
  return [
    awsCommand(options),
    dateCommand(options.account),
    sleepCommand(options.elapse),
    umaskCommand(),
    mktempCommand(),
    oathtoolCommand(options.account),
    zipCommand(),
    unzipCommand(),
    ...environmentCommands(handed),
    ...spawningCommands(handed),
    ...identityCommands(userName),
    lsCommand(userName, options.account),
    ...fileCommands(options.account),
    ...textCommands,
    ...unavailableCommands,
  ];
}
