import type { ReadProblem } from '../../lib/engine/engine';
import { fixLines } from '../../lib/report/finding-text';
import { placeText } from '../../lib/report/object-text';
import { printableLines } from '../../lib/report/printable';
import { paletteOf, type TextStyle } from '../../lib/report/text-style';
import { wrapText } from '../../lib/report/wrap-text';
import type { StreamWriter } from './stream-writer';

/** What the user is told besides the report. */
export class Diagnostics {
  constructor(
    private readonly writer: StreamWriter,
    private readonly style: TextStyle,
  ) {}

  /** Something that stops the program, or makes its answer incomplete. */
  async error(message: string, fix?: string): Promise<void> {
    const [first, ...rest] = printableLines(message).flatMap((line) => wrapText(line, this.style.width));
    await this.lines([
      `${paletteOf(this.style).bad('error')}  ${first}`,
      ...rest.map((line) => `  ${line}`),
      ...(fix ? fixLines(fix).map((line) => `  ${line}`) : []),
    ]);
  }

  /** Input that cannot be understood. */
  async problem({ file, line, column, message, fix }: ReadProblem): Promise<void> {
    await this.error(`${placeText({ file, line, column })}: ${message}`, fix);
  }

  /** Something to know. */
  async note(message: string): Promise<void> {
    await this.lines(printableLines(message).map((line) => paletteOf(this.style).faint(line)));
  }

  private async lines(lines: readonly string[]): Promise<void> {
    await this.writer.write([`${lines.join('\n')}\n`]);
  }
}
