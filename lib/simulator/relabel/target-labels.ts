import { canonicalDuration, durationMilliseconds } from '../duration-text';
import type { HistogramSettings } from '../jobs/histogram-settings';
import type { ScrapeJob } from '../jobs/scrape-job';
import type { InvalidRule } from './compile-rule';
import type { RelabelDialect } from './dialect';
import { LabelBuilder } from './label-builder';
import { applyRules, compileRules } from './relabel';
import type { Labels, RelabelRule } from './relabel-rule';

/** What a job gives to each of its targets. */
export type TargetSettings = Pick<
  ScrapeJob,
  'name' | 'scheme' | 'metricsPath' | 'params' | 'scrapeInterval' | 'scrapeTimeout' | 'relabelRules'
> & {
  /** How it deals with histograms; no to all unless set. */
  readonly histograms?: HistogramSettings;
};

/** A target as Prometheus scrapes it. */
export interface ScrapedTarget {
  readonly outcome: 'scraped';
  /** Labels of its samples, sorted by name. */
  readonly labels: Labels;
  /** Other labels that are left, such as `__tmp_hash`; two targets that differ only in these are scraped twice. */
  readonly hiddenLabels: Labels;
  readonly address: string;
  readonly scheme: string;
  readonly metricsPath: string;
  readonly params: { readonly [name: string]: readonly string[] };
  readonly scrapeInterval: string;
  readonly scrapeTimeout: string;
}

/** A target that a rule dropped. */
export interface DroppedTarget {
  readonly outcome: 'dropped';
  readonly droppedBy: RelabelRule;
}

/** A target that Prometheus gives up with an error in its log. */
export interface FailedTarget {
  readonly outcome: 'failed';
  /** The label at fault. */
  readonly label:
    | '__address__'
    | '__scheme__'
    | '__scrape_interval__'
    | '__scrape_timeout__'
    | (typeof HISTOGRAM_LABELS)[number][0];
  readonly problem: string;
}

export type TargetOutcome = ScrapedTarget | DroppedTarget | FailedTarget;

/** The targets of one job. Rules are compiled once. */
export class TargetLabels {
  /** Rules that Prometheus cannot run. It then refuses its whole configuration, and `of` means nothing. */
  public readonly invalid: readonly InvalidRule[];

  private readonly rules: ReturnType<typeof compileRules>['compiled'];
  private readonly seeds: readonly (readonly [name: string, value: string])[];
  private readonly paramSeeds: readonly (readonly [name: string, value: string])[];

  public constructor(
    private readonly job: TargetSettings,
    private readonly dialect: RelabelDialect,
  ) {
    const { compiled, invalid } = compileRules(job.relabelRules, dialect);
    this.rules = compiled;
    this.invalid = invalid;
    this.seeds = [
      ['job', job.name],
      ['__scrape_interval__', canonicalDuration(job.scrapeInterval)],
      ['__scrape_timeout__', canonicalDuration(job.scrapeTimeout)],
      ['__metrics_path__', job.metricsPath],
      ['__scheme__', job.scheme],
      ...(dialect.histogramLabels
        ? HISTOGRAM_LABELS.map(([label, field]) => [label, String(job.histograms?.[field] ?? false)] as const)
        : []),
    ];
    this.paramSeeds = Object.entries(job.params)
      .filter(([, values]) => values.length > 0)
      .map(([name, [first]]) => [`${PARAM_PREFIX}${name}`, first]);
  }

  /**
   * What becomes of a target that discovery has found. Its labels must not be changed afterwards.
   *
   * Source: prometheus v3.14 `scrape/target.go`, `PopulateLabels`; v2.55 there for Prometheus 2.
   */
  public of(found: Labels): TargetOutcome {
    const labels = new LabelBuilder(found);
    this.seed(labels);
    const droppedBy = applyRules(labels, this.rules);
    if (droppedBy) {
      return { outcome: 'dropped', droppedBy };
    }
    const failure = this.addressFailure(labels) ?? timingFailure(labels) ?? this.histogramFailure(labels);
    if (failure) {
      return failure;
    }
    if (labels.get('instance') === '') {
      labels.set('instance', labels.get('__address__'));
    }
    return this.scraped(labels, found);
  }

  /** Labels about histograms that no rule has changed tell nothing. */
  private isAsSeeded(name: string, value: string): boolean {
    const field = HISTOGRAM_LABELS.find(([label]) => label === name)?.[1];
    return (
      field !== undefined && this.dialect.histogramLabels && value === String(this.job.histograms?.[field] ?? false)
    );
  }

  private seed(labels: LabelBuilder): void {
    for (const [name, value] of this.seeds) {
      if (labels.get(name) === '') {
        labels.set(name, value);
      }
    }
    for (const [name, value] of this.paramSeeds) {
      if (this.dialect.jobParamsWin || labels.get(name) === '') {
        labels.set(name, value);
      }
    }
  }

  private addressFailure(labels: LabelBuilder): FailedTarget | undefined {
    const address = labels.get('__address__');
    if (address === '') {
      return failed('__address__', 'no address is left');
    }
    if (this.dialect.addsDefaultPort && !hasPort(address) && hasPort(`${address}:1234`)) {
      const scheme = labels.get('__scheme__');
      const port = new Map([
        ['', '80'],
        ['http', '80'],
        ['https', '443'],
      ]).get(scheme);
      if (port === undefined) {
        return failed('__scheme__', `"${scheme}" has no default port, and "${address}" names none`);
      }
      labels.set('__address__', `${address}:${port}`);
    }
    return address.includes('/') ? failed('__address__', `"${address}" holds a "/", as no host name does`) : undefined;
  }

  /** Source: Go 1.26 `strconv/atob.go`, `ParseBool`. */
  private histogramFailure(labels: LabelBuilder): FailedTarget | undefined {
    for (const [label] of this.dialect.histogramLabels ? HISTOGRAM_LABELS : []) {
      const value = labels.get(label);
      if (value !== '' && !/^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value)) {
        return failed(label, `"${value}" is neither true nor false`);
      }
    }
    return undefined;
  }

  private scraped(labels: LabelBuilder, found: Labels): ScrapedTarget {
    const visible: Labels = Object.create(null);
    const hiddenLabels: Labels = Object.create(null);
    let params = this.job.params;
    for (const name of labels.namesOf(lastingNames(found)).sort()) {
      const value = labels.get(name);
      if (!name.startsWith('__')) {
        visible[name] = value;
      } else if (name.startsWith(PARAM_PREFIX)) {
        params = withParam(params, name.slice(PARAM_PREFIX.length), value);
      } else if (!name.startsWith(META_PREFIX) && !OWN_FIELDS.has(name) && !this.isAsSeeded(name, value)) {
        hiddenLabels[name] = value;
      }
    }
    return {
      outcome: 'scraped',
      labels: visible,
      hiddenLabels,
      address: labels.get('__address__'),
      scheme: labels.get('__scheme__'),
      metricsPath: labels.get('__metrics_path__'),
      params,
      scrapeInterval: labels.get('__scrape_interval__'),
      scrapeTimeout: labels.get('__scrape_timeout__'),
    };
  }
}

/** Labels by which targets are told how to deal with histograms, and the fields that they come from. */
const HISTOGRAM_LABELS = [
  ['__convert_classic_histograms_to_nhcb__', 'convertClassicHistogramsToNHCB'],
  ['__always_scrape_classic_histograms__', 'scrapeClassicHistograms'],
  ['__scrape_native_histograms__', 'scrapeNativeHistograms'],
] as const;

const META_PREFIX = '__meta_';
const PARAM_PREFIX = '__param_';
const OWN_FIELDS = new Set([
  '__address__',
  '__scheme__',
  '__metrics_path__',
  '__scrape_interval__',
  '__scrape_timeout__',
]);

/**
 * Text that is equal for two targets of one job exactly if Prometheus scrapes them once.
 *
 * Source: prometheus v3.14 `scrape/target.go`, `Target.hash`, and `scrape/scrape.go`, `scrapePool.sync`.
 */
export function targetIdentity(target: ScrapedTarget): string {
  const { labels, hiddenLabels, address, scheme, metricsPath, params, scrapeInterval, scrapeTimeout } = target;
  const sortedParams = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    Object.entries(labels),
    Object.entries(hiddenLabels),
    [address, scheme, metricsPath, scrapeInterval, scrapeTimeout],
    sortedParams,
  ]);
}

/** Names that outlive relabeling: nearly all that discovery finds is `__meta_…`. */
function lastingNames(found: Labels): readonly string[] {
  const own = Object.keys(found).filter((name) => !name.startsWith(META_PREFIX));
  const below: Labels | null = Object.getPrototypeOf(found);
  return below === null ? own : [...new Set([...own, ...lastingNamesBelow(below)])];
}

/** By the labels that targets have in common, which lie below those of each. */
const lastingNamesCache = new WeakMap<Labels, readonly string[]>();

function lastingNamesBelow(found: Labels): readonly string[] {
  let names = lastingNamesCache.get(found);
  if (names === undefined) {
    names = lastingNames(found);
    lastingNamesCache.set(found, names);
  }
  return names;
}

/** A parameter that a label sets replaces the first value of the job's. */
function withParam(params: ScrapedTarget['params'], name: string, value: string): ScrapedTarget['params'] {
  const own = Object.hasOwn(params, name) ? params[name] : [];
  return own[0] === value ? params : { ...params, [name]: [value, ...own.slice(1)] };
}

function timingFailure(labels: LabelBuilder): FailedTarget | undefined {
  const interval = labels.get('__scrape_interval__');
  const timeout = labels.get('__scrape_timeout__');
  return (
    durationFailure('__scrape_interval__', interval) ??
    durationFailure('__scrape_timeout__', timeout) ??
    ((durationMilliseconds(timeout) as number) > (durationMilliseconds(interval) as number)
      ? failed('__scrape_timeout__', `${timeout} is longer than the scrape interval ${interval}`)
      : undefined)
  );
}

function durationFailure(label: FailedTarget['label'], text: string): FailedTarget | undefined {
  const milliseconds = durationMilliseconds(text);
  if (milliseconds === undefined) {
    return failed(label, `"${text}" is no duration`);
  }
  return milliseconds === 0 ? failed(label, `"${text}" is no time at all`) : undefined;
}

function failed(label: FailedTarget['label'], problem: string): FailedTarget {
  return { outcome: 'failed', label, problem };
}

/** Whether an address ends in a port. Source: Go 1.26 `net/ipsock.go`, `SplitHostPort`. */
function hasPort(address: string): boolean {
  return /^(?:\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/.test(address);
}
