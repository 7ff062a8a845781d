import type { CustomCommand } from 'just-bash';
import type { ChildEnvironments } from '../statement-source.ts';
import type { SimulatedShellOptions } from '../types.ts';
import { awsCommand } from './aws.ts';
import { checksumCommands } from './checksum-commands.ts';
import { curlCommand } from './curl.ts';
import { cutCommand } from './cut.ts';
import { ddCommand } from './dd.ts';
import { diffCommand } from './diff.ts';
import { duCommand } from './du.ts';
import { environmentCommands } from './environment.ts';
import { fileCommands, umaskCommand } from './file-commands.ts';
import { filterCommands } from './filter-commands.ts';
import { identityCommands } from './identity-commands.ts';
import { jqCommand } from './jq.ts';
import { pythonCommands } from './json-tool.ts';
import { lsCommand } from './ls.ts';
import { mktempCommand } from './mktemp.ts';
import { oathtoolCommand } from './oathtool.ts';
import { odCommand } from './od.ts';
import { opensslCommand } from './openssl.ts';
import { printfCommand } from './printf.ts';
import { sizeCommands } from './size-commands.ts';
import { sortCommand } from './sort.ts';
import { spawningCommands } from './spawning.ts';
import { statCommand } from './stat.ts';
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
    umaskCommand,
    mktempCommand(),
    oathtoolCommand(options.account),
    zipCommand(),
    unzipCommand(),
    ...environmentCommands(handed),
    ...spawningCommands(handed),
    ...identityCommands(userName),
    lsCommand(userName, options.account),
    ...fileCommands(options.account),
    statCommand(userName),
    duCommand,
    ...textCommands,
    ...filterCommands,
    cutCommand,
    jqCommand,
    printfCommand(options.account),
    odCommand,
    sortCommand,
    diffCommand,
    curlCommand(options.transport),
    ...sizeCommands,
    ddCommand,
    ...checksumCommands,
    opensslCommand,
    ...pythonCommands,
    ...unavailableCommands,
  ];
}
