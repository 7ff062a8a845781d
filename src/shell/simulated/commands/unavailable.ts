import { defineCommand } from 'just-bash';
import { failed } from './exec-results.ts';

const NETWORK = 'it has no network; only AWS can be reached, by `aws` and `curl`';
const PROGRAM = 'it runs in this process, without the programs of a machine';
const TERMINAL = 'it has no terminal; print files with `cat`, write them with `cat << END > FILE`';

/** Commands that a page may well use and that cannot be here; others are simply not found. */
const REASONS: Readonly<Record<string, string>> = {
  wget: NETWORK,
  ssh: NETWORK,
  scp: NETWORK,
  ping: NETWORK,
  dig: NETWORK,
  nslookup: NETWORK,
  git: PROGRAM,
  sqlite3: PROGRAM,
  node: PROGRAM,
  sudo: 'it has one user; leave `sudo` out',
  yum: PROGRAM,
  dnf: PROGRAM,
  apt: PROGRAM,
  'apt-get': PROGRAM,
  pip: PROGRAM,
  pip3: PROGRAM,
  npm: PROGRAM,
  vi: TERMINAL,
  vim: TERMINAL,
  nano: TERMINAL,
  less: TERMINAL,
  more: TERMINAL,
  bc: 'count with `$(( ))`, which has whole numbers only, or with `awk`',
  dc: 'count with `$(( ))` or `awk`',
  hexdump: 'show bytes with `od`',
  xxd: 'show bytes with `od`',
  shuf: 'it draws nothing by lot, so that two runs are equal',
  uuidgen: 'it draws nothing by lot, so that two runs are equal; write the id into the page',
  trap: 'it has no signals; use a `cleanup` step',
};

/** Answer with bash's own message and status, and with the reason. */
export const unavailableCommands = Object.entries(REASONS).map(([name, reason]) =>
  defineCommand(name, async () =>
    failed(`bash: ${name}: command not found\n${name}: not in the simulated shell: ${reason}`, 127),
  ),
);
