import '@xterm/xterm/css/xterm.css';
import { FitAddon } from '@xterm/addon-fit';
import { type ITheme, Terminal as Xterm } from '@xterm/xterm';
import type { Screen } from '../../session/terminal/index.ts';

/** xterm.js in an element of the page. */
export interface XtermScreen extends Screen {
  readonly xterm: Xterm;
  /** Fills its place, and takes on the page's colours. */
  refit(): void;
  repaint(): void;
  dispose(): void;
}

const BRACKETED_PASTE = '\x1b[?2004h';

export function openScreen(place: HTMLElement, name: string, screenReaderMode: boolean): XtermScreen {
  const xterm = new Xterm({
    fontFamily: variableOf('--ifm-font-family-monospace'),
    fontSize: place.clientWidth < 500 ? 12 : 14,
    lineHeight: 1.25,
    cursorBlink: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    // Each at least 4.5 : 1 on the ground, whatever a command colours.
    minimumContrastRatio: 4.5,
    scrollback: 5_000,
    screenReaderMode,
    theme: themeOf(),
  });
  const fit = new FitAddon();
  xterm.loadAddon(fit);
  withStyleSheets(() => xterm.open(place));
  xterm.textarea?.setAttribute('aria-label', name);
  fit.fit();
  xterm.write(BRACKETED_PASTE);
  return {
    xterm,
    write: (text) => xterm.write(text),
    clear: () => xterm.write('\x1b[2J\x1b[3J\x1b[H'),
    get columns() {
      return xterm.cols;
    },
    refit: () => fit.fit(),
    repaint: () => {
      xterm.options.theme = themeOf();
    },
    dispose: () => xterm.dispose(),
  };
}

const variableOf = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function themeOf(): ITheme {
  const foreground = variableOf('--code-text');
  const ground = variableOf('--tejun-terminal-ground');
  return {
    ...{ background: ground, foreground, cursor: foreground, cursorAccent: ground },
    selectionBackground: variableOf('--tejun-terminal-selection'),
  };
}

/**
 * Opens xterm.js, which writes `<style>` elements while it opens. The site's content security policy forbids those:
 * what is written into one goes to a style sheet of the document, which the policy allows.
 */
function withStyleSheets(open: () => void): void {
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
