/** None: no code is parsed in the browser. */
export default function prismIncludeLanguages(): void {}
