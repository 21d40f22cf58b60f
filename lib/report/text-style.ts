import picocolors from 'picocolors';
import { Level } from './finding';

/** What the reader's terminal can show. */
export interface TextStyle {
  /** Whether it shows colours; no unless set. */
  readonly color?: boolean;
  /** Characters in a line, to wrap prose at; prose is not wrapped unless set. */
  readonly width?: number;
  /** Whether it shows characters beyond ASCII; yes unless set to `false`. */
  readonly unicode?: boolean;
}

/** Colours by what they mean. */
export interface Palette {
  level(level: Level, text: string): string;
  object(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  doubt(text: string): string;
  faint(text: string): string;
  strong(text: string): string;
}

export function paletteOf(style: TextStyle): Palette {
  const colors = picocolors.createColors(style.color === true);
  const levels = { [Level.ERROR]: colors.red, [Level.WARNING]: colors.yellow, [Level.INFO]: colors.cyan };
  return {
    level: (level, text) => colors.bold(levels[level](text)),
    object: colors.bold,
    good: colors.green,
    bad: colors.red,
    doubt: colors.yellow,
    faint: colors.dim,
    strong: colors.bold,
  };
}
