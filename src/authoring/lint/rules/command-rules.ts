/** Words that run the command after them. */
const RUNNERS = new Set(['sudo', 'env', 'command', 'exec', 'nohup', 'time']);
const ASSIGNMENT = /^\w+\+?=/;

/** Finds the program of a simple command, and its arguments: `A=1 sudo -E /usr/bin/aws s3 ls` runs `aws` with `s3 ls`. */
export function commandOf(words: readonly string[]): {
  readonly name: string;
  readonly args: readonly string[];
} {
  let index = 0;
  const skip = (matches: (word: string) => boolean) => {
    while (index < words.length && matches(words[index] ?? '')) index += 1;
  };
  skip((word) => ASSIGNMENT.test(word));
  while (RUNNERS.has(words[index] ?? '')) {
    index += 1;
    skip((word) => word.startsWith('-') || ASSIGNMENT.test(word));
  }
  const name = (words[index] ?? '').replace(/^\\/, '').split('/').at(-1) ?? '';
  return { name, args: words.slice(index + 1) };
}
