/** Shapes of values that several kinds share: sources of regular expressions without capture groups. */

export const ACCESS_KEY_ID = '(?:AKIA|ASIA)[A-Z0-9]{16}';
export const UUID_IN_SMALL_LETTERS = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Hexadecimal digits behind the prefix of EC2's ids. */
export const RESOURCE_DIGITS = '(?:[0-9a-f]{17}|[0-9a-f]{8})';
