/** YAML that is checked by a schema, with the place of each part of it. */

export {
  issuesOf,
  knownFields,
  matchingText,
  namesText,
  onlyFields,
  type SchemaError,
} from './schema-fields.ts';
export { yamlReason } from './yaml-reason.ts';
export {
  hasValue,
  type Path,
  parseYamlText,
  pathText,
  placeAt,
  valueAt,
  type YamlSource,
} from './yaml-source.ts';
