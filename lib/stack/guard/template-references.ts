/** Levels of nesting that are searched. */
const MAX_DEPTH = 60;

/**
 * Values that templates within the values ask for, such as `clusterName` of `{{ .Values.clusterName }}`: keys that the
 * chart itself does not read, and that have an effect all the same.
 */
export class TemplateReferences {
  private readonly texts: string[] = [];

  constructor(values: unknown) {
    this.collect(values, 0);
  }

  /** Whether a template asks for the key at some steps, for what is below it, or for what it is in. */
  public uses(steps: readonly (string | number)[]): boolean {
    const key = String(steps[steps.length - 1]);
    const dotted = `.Values.${steps.join('.')}`;
    return this.texts.some((text) => follows(text, dotted) || (text.includes('index') && text.includes(`"${key}"`)));
  }

  private collect(value: unknown, depth: number): void {
    if (typeof value === 'string') {
      if (value.includes('{{') && value.includes('.Values')) {
        this.texts.push(value);
      }
    } else if (typeof value === 'object' && value !== null && depth < MAX_DEPTH) {
      for (const item of Object.values(value)) {
        this.collect(item, depth + 1);
      }
    }
  }
}

function follows(text: string, dotted: string): boolean {
  const at = text.indexOf(dotted);
  return at >= 0 && !/[A-Za-z0-9_]/.test(text[at + dotted.length] ?? '');
}
