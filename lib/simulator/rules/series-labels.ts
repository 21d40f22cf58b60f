import { RE2JS } from 're2js';
import type { Matcher } from '../../promql/expression';
import { boundedMemo } from '../bounded-memo';

/** Labels of a target by which rules pick it, and that are known without a cluster. */
export const TARGET_LABELS = ['job', 'namespace', 'service', 'pod', 'container', 'endpoint', 'instance'] as const;
export type TargetLabel = (typeof TARGET_LABELS)[number];

/** Values of labels; `undefined` for one that may be anything, the empty text for one that is not there. */
export type LabelValues = { readonly [label in TargetLabel]: string | undefined };

/** Anything at all. */
export const ANYTHING: LabelValues = {
  ...{ job: undefined, namespace: undefined, service: undefined, pod: undefined },
  ...{ container: undefined, endpoint: undefined, instance: undefined },
};

/** A target, or something that may be one. */
export interface SeriesSource {
  /** Labels of what Prometheus itself makes of each scrape, such as `up`. */
  readonly target: LabelValues;
  /** Labels of what the target exposes: it may have others than the target, where the target does not win. */
  readonly samples: LabelValues;
}

/**
 * What Prometheus makes of each scrape; no relabeling of metrics changes its labels.
 *
 * Source: prometheus v3.15 `scrape/scrape.go`, `report`.
 */
const REPORTED = new Set([
  'up',
  'scrape_duration_seconds',
  'scrape_samples_scraped',
  'scrape_samples_post_metric_relabeling',
  'scrape_series_added',
  'scrape_timeout_seconds',
  'scrape_sample_limit',
  'scrape_body_size_bytes',
]);

/** Whether Prometheus makes a metric itself. */
export function isReported(metric: string | undefined): boolean {
  return metric !== undefined && REPORTED.has(metric);
}

/** So many comparisons are made for one Prometheus; beyond that everything is taken for possible. */
const BUDGET = 5_000_000;

/** Which labels the series of one Prometheus may have. */
export class SeriesLabels {
  private readonly reported: readonly LabelValues[];
  private readonly exposed: readonly LabelValues[];
  private readonly indexes = new Map<readonly LabelValues[], Map<string, Map<string | undefined, LabelValues[]>>>();
  private readonly answers = new Map<string, boolean>();
  private left = BUDGET;

  constructor(sources: Iterable<SeriesSource>) {
    const [reported, exposed] = [new Map<string, LabelValues>(), new Map<string, LabelValues>()];
    for (const { target, samples } of sources) {
      reported.set(keyOf(target), target);
      exposed.set(keyOf(samples), samples);
    }
    this.reported = [...reported.values()];
    this.exposed = [...exposed.values()];
  }

  /** Whether a series of a metric may meet the conditions on labels of targets; others are not looked at. */
  public mayMeet(metric: string | undefined, matchers: readonly Matcher[]): boolean {
    const asked = aboutTargets(matchers);
    const reported = isReported(metric);
    const key = JSON.stringify([reported, asked.map(({ label, op, value }) => [label, op, value])]);
    const known = this.answers.get(key);
    if (known !== undefined) {
      return known;
    }
    const tests = asked.map(({ label, op, value }) => [label as TargetLabel, testOf(op, value)] as const);
    const candidates = this.candidates(reported ? this.reported : this.exposed, asked);
    const meets = candidates.some((labels) => this.meets(labels, tests, reported));
    this.answers.set(key, meets);
    return meets;
  }

  /** Whether a target certainly has the labels. */
  public hasTarget(matchers: readonly Matcher[]): boolean {
    const tests = aboutTargets(matchers).map(
      ({ label, op, value }) => [label as TargetLabel, testOf(op, value)] as const,
    );
    return this.reported.some((labels) => tests.every(([label, test]) => labels[label] && test(labels[label])));
  }

  /** The labels that meet most conditions, and the conditions that they do not; `undefined` where there are none. */
  public nearest(metric: string | undefined, matchers: readonly Matcher[]): NearMiss | undefined {
    const reported = isReported(metric);
    const tests = aboutTargets(matchers).map((matcher) => ({ matcher, test: testOf(matcher.op, matcher.value) }));
    let best: { failed: Matcher[]; near: LabelValues[] } | undefined;
    for (const labels of reported ? this.reported : this.exposed) {
      const failed = tests
        .filter(({ matcher, test }) => !holds(labels[matcher.label as TargetLabel], test, reported))
        .map(({ matcher }) => matcher);
      if (best === undefined || failed.length < best.failed.length) {
        best = { failed, near: [labels] };
      } else if (failed.length === best.failed.length && failed.every((one, i) => one === best?.failed[i])) {
        best.near.push(labels);
      }
    }
    // Those that certainly meet the other conditions tell more than those of which little is known.
    const held = tests.filter(({ matcher }) => !best?.failed.includes(matcher));
    const sure = best?.near.filter((labels) => held.every(({ matcher }) => labels[matcher.label as TargetLabel]));
    return best && sure && sure.length > 0 ? { ...best, near: sure } : best;
  }

  /** Those with one of the values that are asked for, of the label that fewest have. */
  private candidates(all: readonly LabelValues[], asked: readonly Matcher[]): readonly LabelValues[] {
    const groups = asked
      .filter(({ op, value }) => op === '=' && value !== '')
      .map(({ label, value }) => {
        const byValue = this.byValue(all, label as TargetLabel);
        return [value, undefined, ''].map((one) => byValue.get(one) ?? []);
      });
    const sizes = groups.map((lists) => lists.reduce((sum, { length }) => sum + length, 0));
    return groups.length === 0 ? all : groups[sizes.indexOf(Math.min(...sizes))].flat();
  }

  private byValue(all: readonly LabelValues[], label: TargetLabel): Map<string | undefined, LabelValues[]> {
    const byLabel = this.indexes.get(all) ?? new Map<string, Map<string | undefined, LabelValues[]>>();
    this.indexes.set(all, byLabel);
    let byValue = byLabel.get(label);
    if (byValue === undefined) {
      byValue = new Map();
      for (const labels of all) {
        const list = byValue.get(labels[label]) ?? [];
        byValue.set(labels[label], list);
        list.push(labels);
      }
      byLabel.set(label, byValue);
    }
    return byValue;
  }

  private meets(
    labels: LabelValues,
    tests: readonly (readonly [TargetLabel, (value: string) => boolean])[],
    reported: boolean,
  ): boolean {
    this.left -= tests.length;
    return this.left < 0 || tests.every(([label, test]) => holds(labels[label], test, reported));
  }
}

/** What comes nearest to conditions that nothing meets. */
export interface NearMiss {
  readonly failed: readonly Matcher[];
  readonly near: readonly LabelValues[];
}

/** Conditions on labels that targets have. */
export function aboutTargets(matchers: readonly Matcher[]): readonly Matcher[] {
  return matchers.filter(({ label }) => (TARGET_LABELS as readonly string[]).includes(label));
}

/** A label that the target lacks may come from what it exposes. */
function holds(value: string | undefined, test: (value: string) => boolean, reported: boolean): boolean {
  return value === undefined || (value === '' && !reported) || test(value);
}

function keyOf(labels: LabelValues): string {
  return JSON.stringify(TARGET_LABELS.map((label) => labels[label] ?? null));
}

/** Source: prometheus `model/labels/matcher.go`, `Matches`; regular expressions are anchored, and a dot takes any character. */
function testOf(op: Matcher['op'], wanted: string): (value: string) => boolean {
  if (op === '=' || op === '!=') {
    return (value) => (value === wanted) === (op === '=');
  }
  const regex = compiled(wanted);
  return (value) => regex.matches(value) === (op === '=~');
}

const compiled = boundedMemo((text) => RE2JS.compile(`^(?s:${text})$`), 10_000);
