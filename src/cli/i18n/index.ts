import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { say } from '../../language/index.ts';

const examples = (): string => say`
  tejun i18n status               what is missing, stale or to be reviewed, and what has changed
  tejun i18n sync                 takes commands and result examples from the source
  tejun i18n accept run-commands  after a review: this translation is up to date
  tejun i18n export --locale ko --format po --out ko.po     for a program of translators
  tejun i18n import ko.po --accept                          and back
  tejun i18n fill --locale ko --with 'node translate.js'    state "machine" until a person accepts it
  tejun i18n mv s3-objects/list s3-objects/list-buckets
  tejun i18n new ko index         sets up another language, and a page to translate`;

/** Configures `tejun i18n`; `exit` receives the exit code. */
export function configureI18n(i18n: Command, exit: (code: number) => void): void {
  i18n.addHelpText('after', examples());
  const add = (name: string, description: string): Command =>
    i18n
      .command(name)
      .description(description)
      .addOption(
        new Option('--root <folder>', say`the project, where docs/ is`)
          .argParser((path) => resolve(path))
          .default(process.cwd()),
      );
  const addForPages = (name: string, description: string): Command =>
    add(name, description)
      .argument('[pages...]', say`ids, paths, ends of ids, or courses; all pages when left out`)
      .option('--locale <locale>', say`only this language`);

  addForPages('status', say`how each translation stands to its source`)
    .option('--headings', say`every heading, not only those that need work`)
    .option('--no-cache', say`parse pages again, and keep nothing in node_modules/.cache`)
    .option('--json', say`as one JSON document, the same as --reporter json`)
    .addOption(
      new Option('--reporter <reporter>', say`badge: for shields.io; github: annotations, with --base`)
        .choices(['default', 'json', 'github', 'badge'])
        .default('default'),
    )
    .option('--base <revision>', say`only what has become stale by changes since this revision of git`)
    .action(async (pages, options) =>
      exit(await (await import('./status-command.ts')).status(pages, options)),
    );
  addForPages('sync', say`takes what is written once, commands above all, from the sources`)
    .option('--check', say`writes nothing; exit code 1 where something would change`)
    .action(async (pages, options) => exit((await import('./sync-command.ts')).sync(pages, options)));
  addForPages(
    'check',
    say`fails on commands that differ, orphans, and texts of the site that are missing or unused`,
  )
    .option('--json', say`as one JSON document`)
    .action(async (pages, options) => exit(await (await import('./check-command.ts')).check(pages, options)));
  addForPages('accept', say`says that translations have been reviewed and are up to date`).action(
    async (pages, options) => exit((await import('./accept-command.ts')).accept(pages, options)),
  );
  addForPages('export', say`writes pages for a program of translators, with what is translated already`)
    .addOption(new Option('--format <format>', say`of the file`).choices(['xliff', 'po']).default('xliff'))
    .option('--out <file>', say`writes this file; standard output when left out`)
    .action(async (pages, options) =>
      exit(await (await import('./export-command.ts')).exportTexts(pages, options)),
    );
  add('import', say`takes the texts of such a file, XLIFF or PO, into the translations`)
    .argument('<file>')
    .option('--accept', say`accepts the pages of which every text is marked as reviewed in the file`)
    .action(async (file, options) => exit((await import('./import-command.ts')).importTexts(file, options)));
  addForPages('fill', say`fills in what is not translated: from earlier translations, then by a program`)
    .option(
      '--with <command>',
      say`gets {from, to, page, texts: [{id, heading, text}]}, prints {texts: [{id, text}]}`,
    )
    .action(async (pages, options) => exit(await (await import('./fill-command.ts')).fill(pages, options)));
  add(
    'mv',
    say`moves a page or a course: translations, recordings and links follow, and the old address leads on`,
  )
    .argument('<old>', say`a page (course/page) or a course`)
    .argument('<new>')
    .action(async (from, to, options) => exit((await import('./mv-command.ts')).move(from, to, options)));
  add('new', say`sets up a language, and pages to translate`)
    .argument('<locale>', say`a language tag: ko, zh-Hans, pt-BR`)
    .argument('[pages...]', say`pages to begin with: each is copied, to be translated in place`)
    .option('--label <name>', say`the language's name, in that language`)
    .action(async (locale, pages, options) =>
      exit(await (await import('./new-command.ts')).addLanguage(locale, pages, options)),
    );
}
