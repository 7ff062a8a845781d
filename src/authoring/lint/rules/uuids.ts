const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The text with every UUID blanked out, each character in its place: the last group of one may be 12 digits. */
export function withoutUuids(text: string): string {
  return text.replace(UUID, (uuid) => 'x'.repeat(uuid.length));
}
