import { XMLBuilder } from 'fast-xml-parser';
import { piecesOf } from './inline-code.ts';
import type { Exchange, ExchangeUnit, UnitState } from './types.ts';
import { type Element, textElement, XML_SETTINGS, xmlElement } from './xliff-elements.ts';

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:2.0';
const STATES: Readonly<Record<UnitState, string>> = { new: 'initial', draft: 'initial', done: 'final' };

/** Writes pages as XLIFF: one `file` for each, inline code as placeholders. */
export function writeXliff({ sourceLocale, locale, pages }: Exchange): string {
  const builder = new XMLBuilder(XML_SETTINGS);
  const files = pages.flatMap(({ sourceFile, units }, index) => [
    `  <file id="f${index + 1}" original="${escapeAttribute(sourceFile)}" xml:space="preserve">`,
    ...units.map((unit) => `    ${builder.build([unitElement(unit)])}`),
    '  </file>',
  ]);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${NAMESPACE}" version="2.0" srcLang="${sourceLocale}" trgLang="${locale}">`,
    ...files,
    '</xliff>',
  ].join('\n')}\n`;
}

const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

function unitElement({ id, source, target, state, notes = [] }: ExchangeUnit): Element {
  const data: string[] = [];
  const segment = [
    xmlElement('source', {}, inline(source, data)),
    ...(target === undefined ? [] : [xmlElement('target', {}, inline(target, data))]),
  ];
  return xmlElement('unit', { id }, [
    ...(notes.length > 0
      ? [
          xmlElement(
            'notes',
            {},
            notes.map((note) => xmlElement('note', {}, [textElement(note)])),
          ),
        ]
      : []),
    ...(data.length > 0
      ? [
          xmlElement(
            'originalData',
            {},
            data.map((code, index) => xmlElement('data', { id: `d${index + 1}` }, [textElement(code)])),
          ),
        ]
      : []),
    xmlElement('segment', { state: STATES[state] }, segment),
  ]);
}

/** Characters that XML cannot hold, in braces so that a split keeps them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /([\u0000-\u0008\u000b\u000c\u000e-\u001f])/;

const characters = (text: string): Element =>
  CONTROL.test(text)
    ? xmlElement('cp', { hex: text.charCodeAt(0).toString(16).padStart(4, '0') }, [])
    : textElement(text);

/** @param data inline code of the unit so far; what is new is added */
function inline(text: string, data: string[]): Element[] {
  const used = new Set<number>();
  return piecesOf(text).flatMap((piece): Element[] => {
    if (!piece.isCode) return piece.text.split(CONTROL).map(characters);
    let index = data.findIndex((code, place) => code === piece.text && !used.has(place));
    if (index === -1) index = data.push(piece.text) - 1;
    used.add(index);
    return [xmlElement('ph', { id: String(index + 1), dataRef: `d${index + 1}` }, [])];
  });
}
