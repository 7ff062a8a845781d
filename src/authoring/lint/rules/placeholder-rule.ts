/** Tells whether a secret is a placeholder: AWS's documentation writes EXAMPLE into its own, others mask theirs. */
export function isPlaceholder(text: string): boolean {
  return /example/i.test(text) || /([X*x0])\1{5}/.test(text);
}
