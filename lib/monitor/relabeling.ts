/** Which label values a rule looks at. */
export interface RelabelingMatch {
  /**
   * Labels whose values are joined and compared. Before a scrape these include `__meta_kubernetes_…`.
   */
  readonly sourceLabels: string[];

  /**
   * RE2 expression that the joined values must match as a whole.
   *
   * @default "(.*)"
   */
  readonly regex?: string;

  /**
   * What joins the values.
   *
   * @default ";"
   */
  readonly separator?: string;
}

/** Options for `Relabeling.replace`. */
export interface RelabelingReplaceOptions {
  /** Label to write. */
  readonly targetLabel: string;

  /**
   * Labels whose values are joined and compared.
   *
   * @default - none: the value does not depend on any label
   */
  readonly sourceLabels?: string[];

  /**
   * RE2 expression that the joined values must match as a whole; otherwise nothing is written.
   *
   * @default "(.*)"
   */
  readonly regex?: string;

  /**
   * Value to write; `$1` or `${1}` stands for the first group. An empty value removes the label.
   *
   * @default "$1"
   */
  readonly replacement?: string;

  /**
   * What joins the values.
   *
   * @default ";"
   */
  readonly separator?: string;
}

/** Options for `Relabeling.hashMod`. */
export interface RelabelingHashModOptions {
  /** Labels whose joined values are hashed. */
  readonly sourceLabels: string[];
  /** Label that takes the result. */
  readonly targetLabel: string;
  /** Number of buckets, at least 1. */
  readonly modulus: number;
}

/**
 * One rule that keeps, drops or rewrites: targets in `relabelings` (before a scrape), samples in `metricRelabelings`
 * (after it).
 *
 * What makes the Operator reject the whole monitor cannot be built here.
 * Source: prometheus-operator v0.93 `pkg/prometheus/validation/validator.go`, `ValidateRelabelConfig`.
 */
export class Relabeling {
  /** Keeps only what matches. */
  public static keep(match: RelabelingMatch): Relabeling {
    return Relabeling.matching('keep', match);
  }

  /** Drops what matches. */
  public static drop(match: RelabelingMatch): Relabeling {
    return Relabeling.matching('drop', match);
  }

  /** Drops samples of these metrics; for `metricRelabelings`. The expression covers the whole name. */
  public static dropMetrics(nameRegex: string): Relabeling {
    return Relabeling.drop({ sourceLabels: ['__name__'], regex: nameRegex });
  }

  /** Keeps samples of these metrics only; for `metricRelabelings`. The expression covers the whole name. */
  public static keepMetrics(nameRegex: string): Relabeling {
    return Relabeling.keep({ sourceLabels: ['__name__'], regex: nameRegex });
  }

  /** Writes a label from the values of others. */
  public static replace(options: RelabelingReplaceOptions): Relabeling {
    return new Relabeling({ action: 'replace', ...options });
  }

  /** Writes a fixed value into a label. */
  public static set(targetLabel: string, value: string): Relabeling {
    return Relabeling.replace({ targetLabel, replacement: value });
  }

  /** Copies a label to another name, where it is there and not empty. The first label stays. */
  public static copy(sourceLabel: string, targetLabel: string): Relabeling {
    return Relabeling.replace({ sourceLabels: [sourceLabel], regex: '(.+)', targetLabel });
  }

  /**
   * Renames a label: copies it and drops the old name.
   *
   * @returns two rules; spread them into the list
   */
  public static rename(from: string, to: string): Relabeling[] {
    return [Relabeling.copy(from, to), Relabeling.labelDrop(quoted(from))];
  }

  /**
   * Copies every label whose name matches, for example `labelMap('__meta_kubernetes_pod_label_(.+)')`.
   *
   * @param regex RE2 expression for the whole name
   * @param replacement the new name; `$1` unless given
   */
  public static labelMap(regex: string, replacement?: string): Relabeling {
    return new Relabeling({ action: 'labelmap', regex, replacement });
  }

  /** Drops every label whose name matches. */
  public static labelDrop(regex: string): Relabeling {
    return new Relabeling({ action: 'labeldrop', regex });
  }

  /** Keeps only labels whose name matches. */
  public static labelKeep(regex: string): Relabeling {
    return new Relabeling({ action: 'labelkeep', regex });
  }

  /** Writes a label's value in lower case (Prometheus 2.36 and later). */
  public static lowercase(sourceLabel: string, targetLabel: string): Relabeling {
    return new Relabeling({ action: 'lowercase', sourceLabels: [sourceLabel], targetLabel });
  }

  /** Writes a label's value in upper case (Prometheus 2.36 and later). */
  public static uppercase(sourceLabel: string, targetLabel: string): Relabeling {
    return new Relabeling({ action: 'uppercase', sourceLabels: [sourceLabel], targetLabel });
  }

  /** Keeps only what has equal values in both labels (Prometheus 2.41 and later). */
  public static keepEqual(sourceLabel: string, targetLabel: string): Relabeling {
    return new Relabeling({ action: 'keepequal', sourceLabels: [sourceLabel], targetLabel });
  }

  /** Drops what has equal values in both labels (Prometheus 2.41 and later). */
  public static dropEqual(sourceLabel: string, targetLabel: string): Relabeling {
    return new Relabeling({ action: 'dropequal', sourceLabels: [sourceLabel], targetLabel });
  }

  /**
   * Writes the hash of the values, modulo a number.
   *
   * @throws if the modulus is not a whole number of at least 1
   */
  public static hashMod(options: RelabelingHashModOptions): Relabeling {
    const { modulus } = options;
    if (!Number.isInteger(modulus) || modulus < 1) {
      throw new Error(
        `Relabeling.hashMod: modulus ${modulus} is not a whole number of at least 1, and the Operator rejects a monitor with it. Fix: give the number of buckets.`,
      );
    }
    return new Relabeling({ action: 'hashmod', ...options });
  }

  private static matching(action: string, match: RelabelingMatch): Relabeling {
    return new Relabeling({ action, ...match });
  }

  private constructor(private readonly config: { [key: string]: any }) {
    const { action, sourceLabels, targetLabel } = config;
    if (sourceLabels !== undefined && sourceLabels.length === 0) {
      throw new Error(
        `Relabeling.${action}: sourceLabels is empty, so the rule would compare an empty text. Fix: name the labels to look at.`,
      );
    }
    if (targetLabel === '') {
      throw new Error(
        `Relabeling.${action}: targetLabel is empty, and the Operator rejects a monitor with it. Fix: name the label to write.`,
      );
    }
  }

  /** The rule as it stands in a manifest. */
  public toManifest(): any {
    return { ...this.config };
  }
}

/** A label name as a regular expression that matches it alone. */
function quoted(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, '\\$&');
}
