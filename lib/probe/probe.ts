import { type ApiObject, type ApiObjectMetadata, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Probe as ProbeObject } from '../../imports/monitoring.coreos.com/v1/probe';
import { checkMonitorOptions, renderMonitorOptions } from '../monitor/render-monitor-options';
import { checkScrapeOptions, renderScrapeOptions } from '../monitor/render-scrape-options';
import type { ScrapeJobOptions } from '../monitor/scrape-job-options';
import type { ScrapeRequestOptions } from '../monitor/scrape-request-options';
import { SelectedObject } from '../monitor/selected-object';
import { checkStaticLabels } from '../monitor/static-labels';
import { findTargetObject, INGRESS } from '../monitor/target-object';
import type { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import { checkModule } from './check-module';
import { type ProbeTargetSource, ProbeTargets } from './probe-targets';
import { type IProber, whyNoAddress } from './prober';
import { checkIngress, renderProbeTargets } from './render-probe-targets';

/** Properties for `Probe`. */
export interface ProbeProps extends ScrapeRequestOptions, ScrapeJobOptions {
  /** Who probes: a `BlackboxExporter` of this app, or a `Prober` for one that exists. */
  readonly prober: IProber;

  /** What is probed. */
  readonly targets: ProbeTargets;

  /**
   * Module of the prober: how it probes, and what counts as success.
   *
   * @default - left to the prober (the blackbox exporter takes `http_2xx`)
   */
  readonly module?: string;

  /**
   * Who is to scrape the prober. It makes sure that this instance selects the Probe.
   *
   * @default - nobody in particular; call `select` of an `IPrometheus` later, or label the Probe yourself
   */
  readonly prometheus?: IPrometheus;

  /**
   * Metadata of the Probe.
   *
   * @default - a generated name, in the namespace of the chart, or of the Ingress that is probed
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Value of the `job` label of the metrics.
   *
   * @default - `probe/<namespace>/<name>` of the Probe
   */
  readonly jobName?: string;

  /**
   * Labels for the metrics of all targets.
   *
   * @default - `namespace`, that of the Probe or of the Ingress
   */
  readonly labels?: { [key: string]: string };

  /**
   * Further parameters for the prober (Operator 0.85 and later); not `module` and not `target`.
   *
   * @default - none
   */
  readonly params?: { [name: string]: string[] };
}

/**
 * Has Prometheus ask a prober, such as the blackbox exporter, whether something answers: a website, a port, a name in the
 * DNS, the hosts of an Ingress.
 *
 * Mind that `up` says whether the prober answered; whether the target did is `probe_success`.
 */
export class Probe extends Construct {
  /** The generated object. */
  public readonly apiObject: ApiObject;

  private readonly source: ProbeTargetSource;
  private readonly ingress?: ApiObject;

  /**
   * @throws Error with all problems: a timeout above the interval; limits that are no whole numbers; labels that Prometheus
   * does not know; no Ingress, or several without a hint; a Prometheus that cannot select the Probe
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: ProbeProps,
  ) {
    super(scope, id);
    const selected = new SelectedObject(this, 'Probe', props);
    const problems = selected.newProblems();
    this.source = this.checkTargets(problems);
    this.ingress = this.source.ingress
      ? findTargetObject(this.source.ingress, INGRESS, this.source.resource, 'targets', problems)
      : undefined;
    const namespace = props.metadata?.namespace ?? this.ingress?.metadata.namespace ?? Chart.of(this).namespace;
    this.check(namespace, problems);
    selected.check(namespace, problems);
    problems.throwIfAny();

    this.apiObject = new ProbeObject(this, 'Resource', {
      metadata: { ...props.metadata, namespace },
      spec: Lazy.any({ produce: () => this.renderSpec() }),
    });
    selected.validate(this.apiObject, (found) => this.checkTree(found));
    props.prometheus?.select(this.apiObject);
  }

  private checkTargets(problems: Problems): ProbeTargetSource {
    const { targets, prober } = this.props;
    // Plain JavaScript can pass what TypeScript would refuse.
    if (prober === undefined || !('proberAddress' in prober)) {
      problems.add('prober', 'is no IProber.', "pass a BlackboxExporter, or Prober.of('host:port').");
    }
    if (!(targets instanceof ProbeTargets)) {
      problems.add('targets', 'is no ProbeTargets.', "ProbeTargets.urls('https://example.com'), for example.");
      return { form: 'url', targets: [] };
    }
    return targets._source;
  }

  /** What is wrong with the props by themselves. */
  private check(namespace: string | undefined, problems: Problems): void {
    const { props } = this;
    checkMonitorOptions(props, '', problems);
    checkScrapeOptions({ ...props, scheme: props.prober?.proberScheme }, '', problems, {
      namespace,
      defaultInterval: props.prometheus?.scrapeInterval,
    });
    checkStaticLabels(props.labels ?? {}, 'labels', props.prometheus, problems);
    if (props.jobName === '') {
      problems.add('jobName', 'is empty, so it would not take effect.', 'leave it out, or name the job.');
    }
    if (props.module === '') {
      problems.add('module', 'is empty, so it would not take effect.', 'leave it out, or name a module of the prober.');
    }
    for (const [name, values] of Object.entries(props.params ?? {})) {
      if (name === 'module' || name === 'target') {
        problems.add(
          `params.${name}`,
          `is set by the Operator, from ${name === 'module' ? 'the module of the Probe' : 'its targets'}.`,
          `use the prop ${name === 'module' ? 'module' : 'targets'}.`,
        );
      } else if (values.length === 0 || values.includes('')) {
        problems.add(
          `params.${name}`,
          'has no value, or an empty one, and the API server refuses it.',
          'give a value.',
        );
      }
    }
  }

  /** What is wrong with the Probe within this app. */
  private checkTree(problems: Problems): void {
    const { props, source } = this;
    checkModule(source, props.module, props.prober.probeModules, problems);
    checkIngress(source, this.apiObject, this.ingress, props.prometheus, problems);
    try {
      const why = whyNoAddress(props.prober.proberAddress);
      if (why) {
        problems.add('prober', `"${props.prober.proberAddress}" ${why.message}`, why.fix);
      }
    } catch (error) {
      const [message, fix = ''] = (error as Error).message.split(' Fix: ');
      problems.add('prober', message, fix);
    }
  }

  private renderSpec(): any {
    const { props } = this;
    // In a Probe these stand beside the prober, but for the scheme, the proxy and the rules for targets.
    const { scheme, ...request } = renderScrapeOptions({ ...requestOf(props), scheme: props.prober.proberScheme });
    return {
      jobName: props.jobName,
      module: props.module,
      prober: {
        url: props.prober.proberAddress,
        scheme,
        path: props.prober.proberPath,
        proxyUrl: props.proxyUrl,
      },
      params: props.params && Object.entries(props.params).map(([name, values]) => ({ name, values })),
      ...request,
      ...renderMonitorOptions(props),
      targets: renderProbeTargets(this.source, this.apiObject, this.ingress, props),
    };
  }
}

/** Only what a request is made of; the props hold more by the same names. */
function requestOf({ interval, scrapeTimeout, auth, tls, metricRelabelings, enableHttp2 }: ScrapeRequestOptions) {
  return { interval, scrapeTimeout, auth, tls, metricRelabelings, enableHttp2 };
}
