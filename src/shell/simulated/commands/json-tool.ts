import { type CommandContext, defineCommand, type ExecResult } from 'just-bash';
import { readInput, writeOutput } from './bytes.ts';
import { byCodePoints } from './code-points.ts';
import { failed, succeeded } from './exec-results.ts';
import { type PythonJson, PythonJsonError, parseLikeJsonTool } from './python-json-parser.ts';

const USAGE = `usage: python -m json.tool [-h] [--sort-keys] [--no-ensure-ascii]
                           [--json-lines]
                           [--indent INDENT | --tab | --no-indent | --compact]
                           [infile] [outfile]`;
const FLAGS = ['--sort-keys', '--no-ensure-ascii', '--json-lines', '--tab', '--no-indent', '--compact'];
const MISUSED = 2;
const REFUSED =
  'python3: command not found\npython3: not in the simulated shell, but for `python3 -m json.tool`: it runs in this process, without the programs of a machine';

/** python3(1) for `-m json.tool`, which procedures use to lay JSON out; nothing else of it is here. */
export const pythonCommands = ['python3', 'python'].map((name) =>
  defineCommand(name, async ([option, module, ...args], context) =>
    option === '-m' && module === 'json.tool'
      ? jsonTool(args, context)
      : failed(`bash: ${REFUSED.replaceAll('python3:', `${name}:`)}`, 127),
  ),
);

/** json.tool of Python 3.11. */
async function jsonTool(args: readonly string[], context: CommandContext): Promise<ExecResult> {
  const { flags, files, indent, problem } = parse(args);
  if (problem !== undefined) return failed(`${USAGE}\npython -m json.tool: error: ${problem}`, MISUSED);
  const [source = '-', target] = files;
  const bytes = await readInput(source, context);
  if (typeof bytes === 'string') {
    const reason = `can't open '${source}': [Errno 2] ${bytes}: '${source}'`;
    return failed(`${USAGE}\npython -m json.tool: error: argument infile: ${reason}`, MISUSED);
  }
  const { text, error } = laidOut(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), flags, indent);
  if (target !== undefined && target !== '-') {
    const refused = await writeOutput(target, text, context);
    if (refused !== undefined) return failed(`[Errno 2] ${refused}: '${target}'`);
  }
  const stdout = target === undefined || target === '-' ? text : '';
  return error === undefined ? succeeded(stdout) : { ...failed(error), stdout };
}

interface Arguments {
  readonly flags: ReadonlySet<string>;
  readonly files: readonly string[];
  readonly indent: string | undefined;
  readonly problem?: string;
}

function parse(args: readonly string[]): Arguments {
  const flags = new Set<string>();
  const files: string[] = [];
  let indent: string | undefined;
  const rest = [...args];
  const end = (problem: string): Arguments => ({ flags, files, indent, problem });
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, given] = /^--indent(?:=(.*))?$/.exec(arg) ?? [];
    if (arg.startsWith('--indent')) indent = given ?? rest.shift() ?? '';
    else if (FLAGS.includes(arg)) flags.add(arg);
    else if (arg.startsWith('-') && arg !== '-') return end(`unrecognized arguments: ${arg}`);
    else files.push(arg);
  }
  if (indent !== undefined && !/^[-+]?\d+$/.test(indent))
    return end(`argument --indent: invalid int value: '${indent}'`);
  if (files.length > 2) return end(`unrecognized arguments: ${files.slice(2).join(' ')}`);
  return { flags, files, indent };
}

/** Lays a text out; where it is wrong, returns what comes before that, and the error. */
function laidOut(text: string, flags: ReadonlySet<string>, indent = '4'): { text: string; error?: string } {
  const style: JsonStyle = {
    indent:
      flags.has('--compact') || flags.has('--no-indent')
        ? undefined
        : flags.has('--tab')
          ? '\t'
          : ' '.repeat(Number(indent)),
    separator: flags.has('--compact') ? ',' : flags.has('--no-indent') ? ', ' : ',',
    colon: flags.has('--compact') ? ':' : ': ',
    sortsKeys: flags.has('--sort-keys'),
    ensuresAscii: !flags.has('--no-ensure-ascii'),
  };
  const lines = flags.has('--json-lines') ? text.split(/(?<=\n)/) : [text];
  let printed = '';
  try {
    for (const line of lines) printed += `${printJson(parseLikeJsonTool(line), style)}\n`;
    return { text: printed };
  } catch (error) {
    if (error instanceof PythonJsonError) return { text: printed, error: error.message };
    throw error;
  }
}

/** How a value is laid out. */
export interface JsonStyle {
  /** Of one level; undefined for one line. */
  readonly indent: string | undefined;
  readonly separator: string;
  readonly colon: string;
  readonly sortsKeys: boolean;
  readonly ensuresAscii: boolean;
}

/** Prints as Python's `json.dumps` does. */
export function printJson(value: PythonJson, style: JsonStyle, level = 0): string {
  if (typeof value === 'string') return quoted(value, style.ensuresAscii);
  if ('literal' in value) return value.literal;
  if (value instanceof Map) {
    const entries = style.sortsKeys ? [...value].sort(([a], [b]) => byCodePoints(a, b)) : [...value];
    return block(
      '{',
      '}',
      entries.map(
        ([key, one]) => `${quoted(key, style.ensuresAscii)}${style.colon}${printJson(one, style, level + 1)}`,
      ),
      style,
      level,
    );
  }
  const items = [...(value as readonly PythonJson[])].map((one) => printJson(one, style, level + 1));
  return block('[', ']', items, style, level);
}

function block(
  open: string,
  close: string,
  items: readonly string[],
  style: JsonStyle,
  level: number,
): string {
  const { indent, separator } = style;
  if (items.length === 0) return open + close;
  if (indent === undefined) return open + items.join(separator) + close;
  const inner = `\n${indent.repeat(level + 1)}`;
  return `${open}${inner}${items.join(`${separator}${inner}`)}\n${indent.repeat(level)}${close}`;
}

const unit = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

function quoted(text: string, ensuresAscii: boolean): string {
  const json = JSON.stringify(text);
  return ensuresAscii ? json.replace(/[^ -~]/g, unit) : json;
}
