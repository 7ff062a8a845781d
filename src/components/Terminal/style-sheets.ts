/**
 * Opens xterm.js, which writes `<style>` elements while it opens. The site's content security policy forbids those:
 * what is written into one goes to a style sheet of the document, which the policy allows.
 */
export function withStyleSheets(open: () => void): void {
  const create = document.createElement;
  const createElement = (tag: string, options?: ElementCreationOptions) =>
    tag === 'style' ? styleElement() : create.call(document, tag, options);
  Object.defineProperty(document, 'createElement', { value: createElement, configurable: true });
  try {
    open();
  } finally {
    Reflect.deleteProperty(document, 'createElement');
  }
}

function styleElement(): HTMLElement {
  const element = document.createElement('span');
  element.hidden = true;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  Object.defineProperty(element, 'textContent', { set: (text: string) => sheet.replaceSync(text) });
  element.remove = () => {
    Element.prototype.remove.call(element);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
  return element;
}
