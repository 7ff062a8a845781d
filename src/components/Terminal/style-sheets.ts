/**
 * The page's document to xterm.js, but for `<style>` elements, which the site's content security policy forbids: what
 * is written into one goes to a style sheet of the document.
 */
export function documentWithStyleSheets(real: Document): Document {
  return new Proxy(real, {
    get(target, name) {
      if (name === 'createElement')
        return (tag: string) => (tag === 'style' ? styleElement(target) : target.createElement(tag));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function styleElement(target: Document): HTMLElement {
  const element = target.createElement('span');
  element.hidden = true;
  const sheet = new CSSStyleSheet();
  target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet];
  Object.defineProperty(element, 'textContent', { set: (text: string) => sheet.replaceSync(text) });
  element.remove = () => {
    Element.prototype.remove.call(element);
    target.adoptedStyleSheets = target.adoptedStyleSheets.filter((other) => other !== sheet);
  };
  return element;
}
