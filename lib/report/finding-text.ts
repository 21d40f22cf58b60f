import type { Finding, RelatedObject } from './finding';
import { objectText, placeText } from './object-text';
import { printable, printableLines } from './printable';
import { paletteOf, type TextStyle } from './text-style';
import { wrapText } from './wrap-text';

const INDENT = '  ';

/** The lines of one finding: what and where, the message, why it matters, the fix, what takes part. */
export function findingLines(finding: Finding, style: TextStyle): string[] {
  const width = style.width === undefined ? undefined : style.width - INDENT.length;
  const prose = [finding.message, finding.why].flatMap(printableLines).filter((line) => line.trim() !== '');
  return [
    headLine(finding, style),
    ...prose.flatMap((line) => wrapText(line, width)).map((line) => INDENT + line),
    ...(finding.fix ? fixLines(finding.fix.text).map((line) => INDENT + line) : []),
    ...finding.related.map((related) => INDENT + relatedLine(related, style)),
  ];
}

/** Lines of a fix. They are not wrapped, so that they can be pasted. */
export function fixLines(fix: string): string[] {
  const lines = printableLines(fix.trimEnd());
  return lines.length === 1 ? [`Fix: ${lines[0]}`] : ['Fix:', ...lines.map((line) => INDENT + line)];
}

function headLine({ level, check, object, field, source }: Finding, style: TextStyle): string {
  const palette = paletteOf(style);
  const place = placeText(source);
  const subject = [palette.object(objectText(object)), printable(field)].filter((part) => part !== '').join(' ');
  return [palette.level(level, level), printable(check), subject, ...(place ? [palette.faint(`(${place})`)] : [])].join(
    INDENT,
  );
}

function relatedLine({ object, field, message, source }: RelatedObject, style: TextStyle): string {
  const place = placeText(source);
  const subject = field ? `${objectText(object)} ${printable(field)}` : objectText(object);
  const line = `See ${subject}: ${printable(message)}`;
  return place ? `${line}  ${paletteOf(style).faint(`(${place})`)}` : line;
}
