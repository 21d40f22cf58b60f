import { type ApiObject, type ApiObjectMetadata, Chart, Lazy, type Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { Scheme } from '../../imports/monitoring.coreos.com/v1/enums';
import { ScrapeConfig as ScrapeConfigObject } from '../../imports/monitoring.coreos.com/v1alpha1/scrape-config';
import { checkMonitorOptions, renderMonitorOptions } from '../monitor/render-monitor-options';
import { checkScrapeOptions, renderScrapeOptions } from '../monitor/render-scrape-options';
import type { ScrapeJobOptions } from '../monitor/scrape-job-options';
import type { ScrapeRequestOptions } from '../monitor/scrape-request-options';
import { SelectedObject } from '../monitor/selected-object';
import { checkStaticLabels } from '../monitor/static-labels';
import type { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import { checkRecordType, checkVersion } from './check-version';
import { ScrapeTargets } from './scrape-targets';

/** Properties for `ScrapeConfig`. */
export interface ScrapeConfigProps extends ScrapeRequestOptions, ScrapeJobOptions {
  /** Where the targets come from; all of them make one job. */
  readonly targets: ScrapeTargets[];

  /**
   * Who is to scrape. It makes sure that this instance selects the ScrapeConfig.
   *
   * @default - nobody in particular; call `select` of an `IPrometheus` later, or label the ScrapeConfig yourself
   */
  readonly prometheus?: IPrometheus;

  /**
   * Metadata of the ScrapeConfig.
   *
   * @default - a generated name, in the namespace of the chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Value of the `job` label of the metrics.
   *
   * @default - `scrapeConfig/<namespace>/<name>` of the ScrapeConfig
   */
  readonly jobName?: string;

  /**
   * HTTP path that serves the metrics.
   *
   * @default - left to Prometheus (`/metrics`)
   */
  readonly path?: string;

  /**
   * HTTP or HTTPS.
   *
   * @default - HTTPS if `tls` is given, else left to Prometheus (HTTP)
   */
  readonly scheme?: Scheme;

  /**
   * Parameters of the URL.
   *
   * @default - none
   */
  readonly params?: { [name: string]: string[] };

  /**
   * Lets labels of the metrics win over those of the target.
   *
   * @default false
   */
  readonly honorLabels?: boolean;

  /**
   * Takes timestamps that the target exposes.
   *
   * @default - left to Prometheus (true)
   */
  readonly honorTimestamps?: boolean;

  /**
   * Marks metrics with timestamps of their own as stale when they vanish (Prometheus 2.48 and later).
   *
   * @default false
   */
  readonly trackTimestampsStaleness?: boolean;

  /**
   * Asks for compressed responses (Prometheus 2.49 and later).
   *
   * @default - left to Prometheus (true)
   */
  readonly enableCompression?: boolean;

  /**
   * Largest response; above it, the scrape fails.
   *
   * @default - no limit
   */
  readonly bodySizeLimit?: Size;
}

/**
 * Has Prometheus scrape what no ServiceMonitor and no PodMonitor can reach: addresses outside the cluster, or targets that a
 * service discovery knows.
 *
 * Other than by a monitor, metrics get no label `namespace`, `service` or `pod`; relabelings can write them.
 */
export class ScrapeConfig extends Construct {
  /** The generated object. */
  public readonly apiObject: ApiObject;

  private readonly selected: SelectedObject;
  private targets: ScrapeTargets[];

  /**
   * @throws Error with all problems: no targets; a timeout above the interval; limits that are no whole numbers; labels
   * that Prometheus does not know; a Prometheus that cannot select the ScrapeConfig, or is too old for any
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: ScrapeConfigProps,
  ) {
    super(scope, id);
    this.selected = new SelectedObject(this, 'ScrapeConfig', props);
    this.targets = [...(props.targets ?? [])];
    const namespace = props.metadata?.namespace ?? Chart.of(this).namespace;
    const problems = this.selected.newProblems();
    this.check(namespace, problems);
    this.selected.check(namespace, problems);
    problems.throwIfAny();

    this.apiObject = new ScrapeConfigObject(this, 'Resource', {
      metadata: { ...props.metadata, namespace },
      spec: Lazy.any({ produce: () => this.renderSpec() }),
    });
    this.selected.validate(this.apiObject, () => undefined);
    props.prometheus?.select(this.apiObject);
  }

  /**
   * Adds targets to the job.
   *
   * @throws Error with all problems of these targets for this ScrapeConfig
   */
  public addTargets(...targets: ScrapeTargets[]): void {
    const problems = this.selected.newProblems();
    this.checkTargets(targets, this.targets.length, this.apiObject.metadata.namespace, problems);
    problems.throwIfAny();
    this.targets = [...this.targets, ...targets];
  }

  private check(namespace: string | undefined, problems: Problems): void {
    const { props } = this;
    if (this.targets.length === 0) {
      problems.add('targets', 'is empty, so nothing would be scraped.', "ScrapeTargets.addresses(['host:9100'])");
    }
    this.checkTargets(this.targets, 0, namespace, problems);
    checkVersion(props.prometheus, problems);
    checkMonitorOptions(props, '', problems);
    checkScrapeOptions(props, '', problems, { namespace, defaultInterval: props.prometheus?.scrapeInterval });
    if (props.jobName === '') {
      problems.add('jobName', 'is empty, and the API server refuses it.', 'leave it out, or name the job.');
    }
  }

  private checkTargets(
    targets: ScrapeTargets[],
    first: number,
    namespace: string | undefined,
    problems: Problems,
  ): void {
    for (const [index, item] of targets.entries()) {
      const field = `targets[${first + index}]`;
      if (!(item instanceof ScrapeTargets)) {
        problems.add(field, 'is no ScrapeTargets.', "ScrapeTargets.addresses(['host:9100']), for example.");
        continue;
      }
      // A time of zero and the like has been told by the method that made it; Secrets are read where this object is.
      const { auth, tls } = item._request;
      checkScrapeOptions({ auth, tls }, `${field}.`, problems, { namespace });
      const { labels = {}, type } = item.toManifest();
      if (item.field === 'staticConfigs') {
        checkStaticLabels(labels, `${field}.labels`, this.props.prometheus, problems);
      }
      if (item.field === 'dnsSDConfigs') {
        checkRecordType(this.props.prometheus, type, `${field}.type`, problems);
      }
    }
  }

  private renderSpec(): any {
    const { props } = this;
    const { path, interval, ...request } = renderScrapeOptions(props);
    // These are spelled as the API spells them, so they go in beside the typed fields.
    const discoveries: { [field: string]: any[] } = {};
    for (const item of this.targets) {
      discoveries[item.field] = [...(discoveries[item.field] ?? []), item.toManifest()];
    }
    return {
      jobName: props.jobName,
      metricsPath: path,
      scrapeInterval: interval,
      enableCompression: props.enableCompression,
      ...request,
      ...renderMonitorOptions(props),
      additionalFields: { ...discoveries, ...props.additionalSpecFields },
    };
  }
}
