import { type Labels, labelNames } from './relabel-rule';

/**
 * Labels while rules rewrite them. What discovery found stays as it is, since many jobs share it; changes lie on top.
 *
 * An empty label is an absent one. Source: prometheus v3.14 `model/labels/labels_common.go`, `Builder`.
 */
export class LabelBuilder {
  /** Changed labels; the empty text for a deleted one. */
  private readonly changes = new Map<string, string>();

  public constructor(private readonly base: Labels) {}

  /** The value of a label; the empty text if there is none. */
  public get(name: string): string {
    return this.changes.get(name) ?? this.base[name] ?? '';
  }

  public set(name: string, value: string): void {
    this.changes.set(name, value);
  }

  public delete(name: string): void {
    this.changes.set(name, '');
  }

  /** Names of all labels that are not empty. */
  public names(): string[] {
    return this.namesOf(labelNames(this.base));
  }

  /** Names of all labels that are not empty, given those names of the base that matter. */
  public namesOf(baseNames: readonly string[]): string[] {
    const names = baseNames.filter((name) => !this.changes.has(name) && this.base[name] !== '');
    for (const [name, value] of this.changes) {
      if (value !== '') {
        names.push(name);
      }
    }
    return names;
  }

  /** The labels as they are now, sorted by name. */
  public toLabels(): Labels {
    const labels: Labels = Object.create(null);
    for (const name of this.names().sort()) {
      labels[name] = this.get(name);
    }
    return labels;
  }
}
