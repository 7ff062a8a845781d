/** A path below the working directory, of parts that mean nothing to a shell. */
const NAME = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.@+][\w.@+-]*(?:\/[\w.@+-]+)*$/;

/** Reads the value of `file=`; undefined for a path that leaves the working directory or needs quotes. */
export const readFileName = (value: string): string | undefined => (NAME.test(value) ? value : undefined);

/**
 * Writes the script that makes a file, with a line break at its end.
 *
 * @example writingScript('app/a.json', '{}') // "mkdir -p app\ncat << 'EOF' > app/a.json\n{}\nEOF"
 */
export function writingScript(name: string, content: string): string {
  const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')));
  const delimiter = delimiterFor(content.split('\n'));
  return [
    ...(folder ? [`mkdir -p ${folder}`] : []),
    ...(content === '' ? [`: > ${name}`] : [`cat << '${delimiter}' > ${name}`, content, delimiter]),
  ].join('\n');
}

/** A word that is no line of the file. */
function delimiterFor(lines: readonly string[], number = 0): string {
  const word = number === 0 ? 'EOF' : `EOF_${number}`;
  return lines.includes(word) ? delimiterFor(lines, number + 1) : word;
}
