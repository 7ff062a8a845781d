import { Command, Help, type HelpConfiguration } from 'commander';
import { LANGUAGES, type Language, language, say, widthOf } from '../language/index.ts';

/**
 * Takes `--lang` out of the arguments, wherever it stands before `--`: the language must be known before the options
 * are, as each is described in it.
 */
export function takeLanguage(args: readonly string[]): {
  readonly rest: readonly string[];
  readonly asked?: Language;
  readonly refusal?: string;
} {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  const at = own.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = own[at];
  if (given === undefined) return { rest: args };
  const isApart = given === '--lang';
  const name = isApart ? own[at + 1] : given.slice('--lang='.length);
  const asked = LANGUAGES.find((one) => one === name);
  if (!asked) return { rest: args, refusal: say`--lang takes one of: ${LANGUAGES.join(', ')}.` };
  return { rest: args.toSpliced(at, isApart ? 2 : 1), asked };
}

/** A command whose help and errors are in the language of the person. */
export class LocalCommand extends Command {
  override createCommand(name?: string): LocalCommand {
    return new LocalCommand(name);
  }

  override error(message: string, options?: Parameters<Command['error']>[1]): never {
    this.showHelpAfterError(say`(${this.path} --help lists what can be asked for)`);
    return super.error(errorIn(message), options);
  }

  /** As it is typed: `tejun i18n status`. */
  private get path(): string {
    const names = [this.name()];
    for (let { parent } = this as Command; parent; { parent } = parent) names.unshift(parent.name());
    return names.join(' ');
  }
}

/** Begins the command line: what every command of it has in common. */
export function beginCommandLine(name: string): LocalCommand {
  const program = new LocalCommand(name);
  program
    .exitOverride()
    .option('--lang <language>', say`language of messages: en, ja (default: by LC_ALL, LC_MESSAGES, LANG)`)
    .helpOption('-h, --help', say`display help for command`)
    .helpCommand('help [command]', say`display help for command`)
    .configureHelp(HELP);
  return program;
}

const HELP: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: (title) => TITLES[title]?.() ?? title,
  displayWidth: widthOf,
  optionDescription: (option) => factsIn(new Help().optionDescription(option)),
  argumentDescription: (argument) => factsIn(new Help().argumentDescription(argument)),
};

const TITLES: Readonly<Record<string, () => string>> = {
  'Usage:': () => say`Usage:`,
  'Arguments:': () => say`Arguments:`,
  'Options:': () => say`Options:`,
  'Global Options:': () => say`Global Options:`,
  'Commands:': () => say`Commands:`,
};

/** The facts that Commander adds to a description. */
const factsIn = (text: string): string =>
  language() === 'en'
    ? text
    : text.replace(/\bchoices: /, say`choices: `).replace(/\bdefault: (?=[^()]*\)$)/, say`default: `);

/** Commander's errors, by their form. Ours, behind them, are in the language already. */
const ERRORS: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/^error: unknown option '(.+)'/, (flag) => say`error: unknown option '${flag}'`],
  [/^error: unknown command '(.+)'/, (name) => say`error: unknown command '${name}'`],
  [/^error: missing required argument '(.+)'/, (name) => say`error: missing required argument '${name}'`],
  [/^error: option '(.+)' argument missing/, (flags) => say`error: option '${flags}' argument missing`],
  [
    /^error: option '(.+)' argument '(.*)' is invalid\./s,
    (flags, value) => say`error: option '${flags}' argument '${value}' is invalid.`,
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.+)'\./s,
    (value, name) => say`error: command-argument value '${value}' is invalid for argument '${name}'.`,
  ],
  [
    /^error: too many arguments(?: for '(.+)')?\. Expected (\d+) arguments? but got (\d+)\./,
    (_, most, got) => say`error: too many arguments. Expected ${most} but got ${got}.`,
  ],
  [/\(Did you mean (?:one of )?(.+)\?\)$/, (names) => say`(Did you mean ${names}?)`],
  [/Allowed choices are (.+)\.$/, (names) => say`Allowed choices are ${names}.`],
];

const errorIn = (message: string): string =>
  language() === 'en'
    ? message
    : ERRORS.reduce(
        (text, [form, write]) => text.replace(form, (_, ...found: string[]) => write(...found)),
        message,
      );
