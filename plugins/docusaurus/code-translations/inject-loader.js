/** An id of a text of ours, as it stands in the source. */
const ID = /\btejun\.[\w.]+/g;

/** Loader, given Docusaurus's `context`: a file brings the translations of its own texts, into whichever chunk it comes. */
export default function bring(source) {
  const { codeTranslations: translations } = this.getOptions().context;
  const own = [...new Set(source.match(ID))].filter((id) => id in translations).sort();
  if (own.length === 0) return source;
  const words = JSON.stringify(Object.fromEntries(own.map((id) => [id, translations[id]])));
  return `import ownWords from '@generated/codeTranslations';\nObject.assign(ownWords, ${words});\n${source}`;
}
