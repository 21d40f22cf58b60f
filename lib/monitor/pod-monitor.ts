import { type ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { PodMonitor as PodMonitorObject } from '../../imports/monitoring.coreos.com/v1/pod-monitor';
import { isPortNumber } from '../private/kubernetes-names';
import { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import type { MonitorOptions } from './monitor-options';
import { MonitorWiring } from './monitor-wiring';
import { podLabelsOf, podPortOf, podSelectorOf } from './pod-target';
import type { ScrapeOptions } from './scrape-options';
import { WORKLOAD } from './target-object';

/** One declared container port that is scraped, and how. */
export interface PodMonitorEndpoint extends ScrapeOptions {
  /**
   * Name of the container port that serves metrics. The container must declare it.
   *
   * @default - the only declared port, or the one named `metrics`, `http-metrics`, `prometheus` or `monitoring`
   */
  readonly port?: string;

  /**
   * Number of the container port that serves metrics, for a port without a name (Operator 0.79 and later). The container
   * must declare it. Excludes `port`.
   *
   * @default - the endpoint is chosen by `port`
   */
  readonly portNumber?: number;
}

/** Properties for `PodMonitor`. */
export interface PodMonitorProps extends MonitorOptions {
  /**
   * Any construct that is or holds the workload: of cdk8s-plus in any version, a raw `ApiObject`, an `Include`, a `Helm`
   * chart, an object of `cdk8s import k8s`. Its labels and ports are read when the app is synthesized, so that later
   * additions count.
   */
  readonly workload: IConstruct;

  /**
   * Which workload, where the construct holds several: `Deployment/web`, or `web`.
   *
   * @default - there must be just one
   */
  readonly resource?: string;

  /**
   * Who is to scrape. It makes sure that this instance selects the monitor.
   *
   * @default - nobody in particular; call `select` of an `IPrometheus` later, or label the monitor yourself
   */
  readonly prometheus?: IPrometheus;

  /**
   * Metadata of the PodMonitor.
   *
   * @default - a generated name, in the namespace of the workload
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Ports to scrape.
   *
   * @default - one endpoint with the defaults of `PodMonitorEndpoint`
   */
  readonly endpoints?: PodMonitorEndpoint[];

  /**
   * Labels by which the pods are selected. All pods of the namespace that carry them are scraped.
   *
   * @default - the selector of the workload itself
   */
  readonly selectorLabels?: { [key: string]: string };
}

/**
 * Has Prometheus scrape the pods of a workload that exists in this app, without a Service.
 *
 * The selector, the `namespaceSelector` and the ports are derived from the workload, and the labels that the given
 * Prometheus asks for are added, so that nothing has to be typed twice.
 */
export class PodMonitor extends Construct {
  /** The generated object. */
  public readonly apiObject: ApiObject;

  /** The workload that is monitored. */
  public readonly workload: ApiObject;

  private readonly wiring: MonitorWiring<PodMonitorEndpoint>;

  /**
   * @throws Error with all problems: no workload, or several without a hint; a timeout above the interval; limits that
   * are no whole numbers; a Prometheus that cannot select the monitor
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: PodMonitorProps,
  ) {
    super(scope, id);
    this.wiring = new MonitorWiring(
      this,
      { kind: 'PodMonitor', target: props.workload, targetKind: WORKLOAD, targetField: 'workload', checkPort },
      props,
    );
    this.workload = this.wiring.target;
    this.apiObject = new PodMonitorObject(this, 'Resource', {
      metadata: this.wiring.metadata,
      spec: Lazy.any({ produce: () => this.renderSpec(new Problems('')) }),
    });
    this.wiring.validate(this.apiObject, (problems) => {
      if (!this.wiring.fullyWired) {
        this.renderSpec(problems);
      }
    });
    props.prometheus?.select(this.apiObject);
  }

  /**
   * Scrapes another port of the pods.
   *
   * @throws Error with all problems of the endpoint
   */
  public addEndpoint(endpoint: PodMonitorEndpoint): void {
    this.wiring.addEndpoint(endpoint);
  }

  private renderSpec(problems: Problems): any {
    const { workload, wiring } = this;
    // Rendering the workload takes time, and is not needed for what is wired.
    let manifest: any;
    const readWorkload = () => (manifest ??= workload.toJson());
    return {
      ...wiring.renderSpec(this.apiObject),
      selector: this.renderSelector(readWorkload, problems),
      podMetricsEndpoints: wiring.renderEndpoints(problems, (endpoint, field) =>
        wiring.trusts(endpoint.port)
          ? { port: endpoint.port }
          : { ...podPortOf(workload, readWorkload(), endpoint, field, problems) },
      ),
    };
  }

  private renderSelector(readWorkload: () => any, problems: Problems): any {
    const { props, workload, wiring } = this;
    if (props.selectorLabels) {
      const labels = podLabelsOf(readWorkload());
      wiring.checkLabels('selectorLabels', props.selectorLabels, (key) => labels[key], problems);
      return { matchLabels: props.selectorLabels };
    }
    return wiring.wiredLabels && !wiring.changedByPatch
      ? { matchLabels: wiring.wiredLabels }
      : podSelectorOf(workload, readWorkload(), problems);
  }
}

function checkPort({ port, portNumber }: PodMonitorEndpoint, field: string, problems: Problems): void {
  if (port !== undefined && portNumber !== undefined) {
    problems.add(
      `${field}portNumber`,
      `stands beside port "${port}", which wins, so it would not take effect.`,
      'leave out port or portNumber.',
    );
  }
  if (portNumber !== undefined && !isPortNumber(portNumber)) {
    problems.add(`${field}portNumber`, `${portNumber} is no port number.`, 'a whole number from 1 to 65535.');
  }
}
