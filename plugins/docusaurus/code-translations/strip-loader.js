/** Loader: of all translations those that no file brings. */
export default function leaveOut(json) {
  const all = Object.entries(JSON.parse(json));
  return JSON.stringify(Object.fromEntries(all.filter(([id]) => !id.startsWith('tejun.'))));
}
