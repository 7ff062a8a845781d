import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** The markup of a component, without the names of styles. */
export const markup = <Props extends object>(component: FunctionComponent<Props>, props: Props): string =>
  renderToStaticMarkup(createElement(component, props)).replace(/ class="[^"]*"/g, '');

/** The words of a component, as one reads them. */
export const words = <Props extends object>(component: FunctionComponent<Props>, props: Props): string =>
  markup(component, props)
    .replace(/<\/(?:p|li|td|th|tr|summary|div)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&gt;/g, '>')
    .replace(/&lt;/g, '<')
    .replace(/\n+/g, '\n')
    .trim();
