import { printable } from './printable';
import type { StackReport } from './stack-report';
import { paletteOf, type TextStyle } from './text-style';

/** The release for people, part by part. */
export function* stackText({ release, namespace, chartVersion, parts }: StackReport, style: TextStyle = {}) {
  const { strong, faint } = paletteOf(style);
  yield `${strong(`Release ${release}`)} in namespace ${namespace}, chart kube-prometheus-stack ${chartVersion}\n`;
  for (const { title, lines } of parts) {
    yield `\n${strong(printable(title))}\n`;
    const width = Math.max(...lines.map(([subject]) => subject.length));
    for (const [subject, text] of lines) {
      yield `  ${faint(printable(subject).padEnd(width))}  ${printable(text)}\n`;
    }
  }
}
