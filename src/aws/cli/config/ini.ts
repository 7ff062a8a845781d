/** Sections by name, each with its options by name (lower case); an indented block is a map of its own. */
export type Ini = ReadonlyMap<string, ReadonlyMap<string, string | ReadonlyMap<string, string>>>;

/**
 * Reads an INI text as botocore does (Python's RawConfigParser, then one level of nested `key = value` blocks).
 * Undefined where that refuses the file: a line outside any section, a name or section given twice, a line
 * without `=` or `:`.
 */
export function parseIni(text: string): Ini | undefined {
  const sections = readSections(text);
  if (!sections) return undefined;
  const ini = new Map<string, Map<string, string | ReadonlyMap<string, string>>>();
  for (const [name, options] of sections) {
    const found = new Map<string, string | ReadonlyMap<string, string>>();
    for (const [option, lines] of options) {
      const value = lines.join('\n').trimEnd();
      const nested = value.startsWith('\n') ? parseNested(value) : value;
      if (nested === undefined) return undefined;
      found.set(option, nested);
    }
    ini.set(name, found);
  }
  return ini;
}

type Sections = Map<string, Map<string, string[]>>;

function readSections(text: string): Sections | undefined {
  const sections: Sections = new Map();
  let options: Map<string, string[]> | undefined;
  let value: string[] | undefined;
  let indent = 0;
  // Python's configparser takes a mark of byte order for a line before the first section.
  if (text.startsWith('\uFEFF')) return undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const content = /^\s*[#;]/.test(line) ? '' : line.trim();
    const depth = line.length - line.trimStart().length;
    if (content === '') {
      // A comment leaves a value open, an empty line is part of it.
      if (line.trim() === '') value?.push('');
      continue;
    }
    if (value && depth > indent) {
      value.push(content);
      continue;
    }
    indent = depth;
    const section = /^\[(.+)\]/.exec(content)?.[1];
    if (section !== undefined) {
      if (sections.has(section)) return undefined;
      options = new Map();
      sections.set(section, options);
      value = undefined;
      continue;
    }
    const end = content.search(/[=:]/);
    const name = content.slice(0, Math.max(0, end)).trim().toLowerCase();
    if (!options || !name || options.has(name)) return undefined;
    value = [content.slice(end + 1).trim()];
    options.set(name, value);
  }
  return sections;
}

function parseNested(value: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  for (const line of value.split('\n')) {
    if (line.trim() === '') continue;
    const at = line.indexOf('=');
    if (at < 0) return undefined;
    found.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return found;
}
