/** A marker of Go templates where YAML expects a key, an entry or a value. */
const MARKER = /^[^\n"'#|>]*?(?:^|:|-)[ \t]*\{\{/m;

/** What to say of a chart that nobody rendered. */
export const TEMPLATE = {
  message: 'this looks like a template of a Helm chart, and YAML it is not before it is rendered',
  fix: 'render the chart and check what comes out: helm template RELEASE CHART | cdk8s-prometheus check -',
} as const;

/** Whether markers of templates are what a YAML parser stumbled upon: at an offset, or shortly before it. */
export function looksLikeTemplate(text: string, offset: number): boolean {
  let start = offset;
  for (let line = 0; line < 3 && start > 0; line++) {
    start = text.lastIndexOf('\n', start - 1);
  }
  const end = text.indexOf('\n', offset);
  const part = text.slice(Math.max(start, offset - 2000, 0), Math.min(end === -1 ? text.length : end, offset + 2000));
  return part.includes('{{') && MARKER.test(part);
}
