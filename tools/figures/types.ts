/** A text in each language by its locale, or one text for all languages. `\n` breaks the line. */
type Text = Readonly<Record<string, string>> | string;

/** Column and row of the grid, from 0. */
type Place = readonly [number, number];

/** A figure of a course (`docs/<course>/figure.yaml`): boxes on a grid, frames around them, arrows between them. */
export interface Figure {
  readonly title: Text;
  readonly boxes: readonly Box[];
  readonly frames?: readonly Frame[];
  readonly arrows?: readonly Arrow[];
}

export interface Box {
  readonly id: string;
  readonly at: Place;
  readonly text: Text;
  readonly kind?: 'person' | 'service' | 'resource';
}

export interface Frame {
  readonly text: Text;
  readonly from: Place;
  readonly to: Place;
  /** Pixels by which the frame is smaller than its cells: a frame within a frame. */
  readonly inset?: number;
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly text?: Text;
  readonly dashed?: boolean;
}
