/** Colours of code, as prism-react-renderer takes them. Each pair has a contrast of 4.5 : 1 or more. */
interface CodeColours {
  plain: { color: string; backgroundColor: string };
  styles: { types: string[]; style: { color?: string; fontStyle?: 'italic' } }[];
}

interface Palette {
  readonly text: string;
  readonly ground: string;
  readonly comment: string;
  readonly string: string;
  readonly name: string;
  readonly word: string;
  readonly quiet: string;
}

function colours(palette: Palette): CodeColours {
  const paint = (color: string, ...types: string[]) => ({ types, style: { color } });
  return {
    plain: { color: palette.text, backgroundColor: palette.ground },
    styles: [
      paint(palette.comment, 'comment'),
      paint(palette.string, 'string', 'inserted', 'attr-value'),
      paint(palette.name, 'property', 'variable', 'assign-left', 'environment', 'attr-name'),
      paint(palette.word, 'keyword', 'builtin', 'function', 'boolean', 'number', 'tag', 'constant'),
      paint(palette.quiet, 'punctuation', 'operator', 'parameter'),
    ],
  };
}

export const lightCode = colours({
  text: '#1f2d3d',
  ground: '#f4f7f9',
  comment: '#5c6b7a',
  string: '#17663a',
  name: '#7a3e00',
  word: '#0b5a94',
  quiet: '#4d5c6b',
});

export const darkCode = colours({
  text: '#dce5ee',
  ground: '#182029',
  comment: '#93a3b3',
  string: '#8fd6a4',
  name: '#f0bd86',
  word: '#86c5f4',
  quiet: '#a9b7c5',
});
