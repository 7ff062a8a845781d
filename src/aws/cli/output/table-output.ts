import { generalError } from '../failures.ts';
import { PythonFloat } from '../python/float.ts';
import { ansi, drawTable, plain } from './draw.ts';
import { PrintedTable } from './section.ts';
import { type Dictionary, isDictionary, isScalar, sortedNames, splitMembers } from './values.ts';

/** `--output table`: a section for each dictionary or list, nested ones indented by their depth. */
export function formatTable(title: string, data: unknown, color: boolean): string {
  const table = new Table();
  return table.build(title, data, 0) ? drawTable(table.sections, color ? ansi : plain) : '';
}

class Table {
  readonly sections: PrintedTable[] = [];

  build(title: string | undefined, data: unknown, indent: number): boolean {
    if (isEmpty(data)) return false;
    if (title !== undefined) this.#open(title, indent);
    if (Array.isArray(data)) this.#list(data, indent, title ?? '');
    else if (isDictionary(data)) this.#dictionary(data, indent);
    return true;
  }

  #open(title: string, indent: number): void {
    this.sections.push(new PrintedTable(title, indent));
  }

  #row(cells: readonly unknown[]): void {
    const section = this.sections.at(-1);
    const columns = section?.headers.length || section?.rows[0]?.length;
    if (columns && columns !== cells.length)
      throw generalError(`Row should have ${columns} elements, instead it has ${cells.length}`);
    section?.addRow(cells);
  }

  #list(list: readonly unknown[], indent: number, title: string): void {
    if (isDictionary(list[0])) this.#dictionaries(list.filter(isDictionary), indent, title);
    else this.#rows(list);
  }

  #rows(list: readonly unknown[]): void {
    for (const item of list) {
      if (!Array.isArray(item)) this.#row([item]);
      else if (item.every(isScalar)) this.#row(item);
      else this.build(undefined, item, 0);
    }
  }

  #dictionary(item: Dictionary, indent: number): void {
    const { scalars, nested } = splitMembers(item);
    if (scalars.length === 1) this.#row([scalars[0], item[scalars[0] ?? '']]);
    else if (scalars.length > 0) {
      this.sections.at(-1)?.setHeaders(scalars);
      this.#row(scalars.map((name) => item[name]));
    }
    for (const name of nested) this.build(name, item[name], indent + 1);
  }

  #dictionaries(list: readonly Dictionary[], indent: number, title: string): void {
    const headers = sortedNames(list.flatMap((item) => splitMembers(item).scalars));
    const nested = sortedNames(list.flatMap((item) => splitMembers(item).nested));
    this.sections.at(-1)?.setHeaders(headers);
    list.forEach((item, index) => {
      if (index > 0 && nested.length > 0) {
        this.#open(title, indent);
        this.sections.at(-1)?.setHeaders(headers);
      }
      this.#row(headers.map((name) => (name in item ? item[name] : '')));
      for (const name of nested) if (name in item) this.build(name, item[name], indent + 1);
    });
  }
}

/** Tells whether Python takes a value for false. */
function isEmpty(data: unknown): boolean {
  if (Array.isArray(data)) return data.length === 0;
  if (isDictionary(data)) return Object.keys(data).length === 0;
  return !data || (data instanceof PythonFloat && Number(data) === 0);
}
