/** A setting of a section, or a member of an indented block of settings. */
export interface Change {
  readonly name: string;
  readonly member?: string;
  readonly value: string;
}

const OPTION = /^[:=]*([^:=]+)[:=]/;

/** Sets one setting and leaves every other line as it is (customizations/configure/writer.py). */
export function changeIni(text: string, section: string, change: Change): string {
  const lines = text.split(/(?<=\n)/).filter((line) => line !== '');
  const start = lines.findIndex((line) => isHeader(line, section));
  if (start < 0)
    return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}[${section}]\n${written(change)}`;
  const next = lines.findIndex((line, index) => index > start && /^\s*\[[^\]]+\]/.test(line));
  const end = next < 0 ? lines.length : next;
  const at = lines.findIndex((line, index) => index > start && index < end && nameOf(line) === change.name);
  if (at < 0) append(lines, start, end, change);
  else if (change.member === undefined) lines[at] = written(change);
  else setMember(lines, at, change);
  return lines.join('');
}

function isHeader(line: string, section: string): boolean {
  const header = /^\s*(\[[^\]]+\])/.exec(line)?.[1];
  const [kind, ...name] = section.split(' ');
  return header === `[${section}]` || (name.length > 0 && header === `[${kind} "${name.join(' ')}"]`);
}

const nameOf = (line: string) => OPTION.exec(line)?.[1]?.trim();

const written = ({ name, member, value }: Change, indent = '') =>
  member === undefined ? `${indent}${name} = ${value}\n` : `${name} =\n    ${member} = ${value}\n`;

/** After the last setting of a section that others follow, else after its last line. */
function append(lines: string[], start: number, end: number, change: Change): void {
  if (end === lines.length) {
    const last = lines.at(-1) ?? '';
    if (!last.endsWith('\n')) lines.push('\n');
    lines.push(written(change));
    return;
  }
  let last = start;
  for (let index = start + 1; index < end; index++) if (OPTION.test(lines[index] ?? '')) last = index;
  lines.splice(last + 1, 0, written(change));
}

/** Within the indented lines below a setting. */
function setMember(lines: string[], at: number, { member = '', value }: Change): void {
  let index = at + 1;
  for (; /^[ \t]+\S/.test(lines[index] ?? ''); index++) {
    if (nameOf(lines[index] ?? '') !== member) continue;
    const indent = /^[ \t]*/.exec(lines[index] ?? '')?.[0] ?? '';
    lines[index] = `${indent}${member} = ${value}\n`;
    return;
  }
  const last = lines[index - 1] ?? '';
  if (!last.endsWith('\n')) lines[index - 1] = `${last}\n`;
  lines.splice(index, 0, `    ${member} = ${value}\n`);
}
