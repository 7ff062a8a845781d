import { onScreen } from '../../matching/index.ts';

/** Before a command: `$ `, `[me@host ~]$ `, `me@host:~# `, `(venv) % `, `❯ `. */
const PROMPT = /^(?:.{0,120}?[$#%>❯]\s+|(?:PS )?[A-Z]:\\[^<>|]*>)/;
const EMPTY_PROMPT = /^(?:\S.{0,100})?[$#%❯]$/;
/** Of PowerShell and cmd.exe: they name the folder. */
const WINDOWS_PROMPT = /^(?:PS )?[A-Z]:\\[^<>|]*>$/;
const CONTINUATION = /^>\s?/;

/** Extracts a command's output from text copied out of a terminal: drops the command and the prompts around it. */
export function cleanPasted(pasted: string, script: string): string {
  const text = onScreen(pasted)
    .replace(/\r\n/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u200b\ufeff]/g, '');
  const lines = text.split('\n').map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  const own = withoutCommand(lines, script);
  const found = own ?? lines;
  while (found.at(-1) === '') found.pop();
  if (found.length > 0 && isEmptyPrompt(found.at(-1) ?? '', own !== undefined)) found.pop();
  return found.length === 0 ? '' : `${found.join('\n')}\n`;
}

/** The lines after the command, where they begin with it. */
function withoutCommand(lines: readonly string[], script: string): string[] | undefined {
  const [first = '', ...rest] = script.split('\n').map((line) => line.trim());
  if (first === '' || !isCommand(lines[0] ?? '', first)) return undefined;
  const unlike = rest.findIndex((line, index) => {
    const shown = lines[index + 1] ?? '';
    return shown.trim() !== line && shown.replace(CONTINUATION, '').trim() !== line;
  });
  return lines.slice(1 + (unlike < 0 ? rest.length : unlike));
}

function isCommand(line: string, first: string): boolean {
  return line.trim() === first || line.replace(PROMPT, '').trim() === first;
}

/** After a command that was copied too, a line that ends like a prompt is one; else only `me@host ... $`. */
function isEmptyPrompt(line: string, afterCommand: boolean): boolean {
  if (WINDOWS_PROMPT.test(line)) return true;
  return EMPTY_PROMPT.test(line) && (afterCommand || /^\[?[\w.-]+@[\w.-]+/.test(line));
}
