/** The types of react-dom are no package of this project: its components are rendered by Docusaurus. */
declare module 'react-dom/server' {
  export function renderToStaticMarkup(element: import('react').ReactNode): string;
}
