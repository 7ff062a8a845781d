/** The language in which the command line speaks to a person. Pages have languages of their own. */
export { chooseLanguage, LANGUAGES, type Language, language, setLanguage } from './choose.ts';
export { counted, say } from './say.ts';
export { cut, fitting, padded, widthOf, wrapped } from './width.ts';
