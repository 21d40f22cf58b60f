import { type ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { PodMonitor as PodMonitorObject } from '../../imports/monitoring.coreos.com/v1/pod-monitor';
import { isPortNumber } from '../private/kubernetes-names';
import { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import { namespaceProblem, namespaceSelectorFor } from './monitor-namespace';
import type { MonitorOptions } from './monitor-options';
import { podPortOf, podSelectorOf } from './pod-target';
import { checkMonitorOptions, renderMonitorOptions } from './render-monitor-options';
import { checkScrapeOptions, renderScrapeOptions } from './render-scrape-options';
import type { ScrapeOptions } from './scrape-options';
import { findTargetObject, WORKLOAD } from './target-object';

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

  private readonly endpoints: PodMonitorEndpoint[] = [];

  private readonly trustedPorts = new Set<string>();

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
    const problems = new Problems(`PodMonitor ${this.node.path}`);
    const workload = findTargetObject(props.workload, WORKLOAD, props.resource, 'workload', problems);
    checkMonitorOptions(props, '', problems);
    const namespace = props.metadata?.namespace ?? workload?.metadata.namespace;
    (props.endpoints ?? []).forEach((endpoint, index) => {
      this.checkEndpoint(endpoint, `endpoints[${index}].`, problems, namespace);
    });
    if (props.endpoints?.length === 0) {
      problems.add(
        'endpoints',
        'is an empty list, so nothing would be scraped.',
        'leave it out for the obvious port, or name one.',
      );
    }
    problems.throwIfAny();

    this.workload = workload as ApiObject;
    this.endpoints.push(...(props.endpoints ?? [{}]));
    this.apiObject = new PodMonitorObject(this, 'Resource', {
      metadata: { ...props.metadata, namespace },
      spec: Lazy.any({ produce: () => this.renderSpec(new Problems('')) }),
    });
    this.node.addValidation({ validate: () => this.problemsAtSynth() });
    props.prometheus?.select(this.apiObject);
  }

  /**
   * Scrapes another port of the pods.
   *
   * @throws Error with all problems of the endpoint
   */
  public addEndpoint(endpoint: PodMonitorEndpoint): void {
    const problems = new Problems(`PodMonitor ${this.node.path}`);
    this.checkEndpoint(endpoint, `endpoints[${this.endpoints.length}].`, problems, this.apiObject.metadata.namespace);
    problems.throwIfAny();
    this.endpoints.push(endpoint);
  }

  /**
   * Takes the name of a port for right without looking at the target, where both come from one object.
   *
   * @internal
   */
  public _trustPort(name: string): void {
    this.trustedPorts.add(name);
  }

  private checkEndpoint(
    endpoint: PodMonitorEndpoint,
    field: string,
    problems: Problems,
    namespace: string | undefined,
  ): void {
    checkScrapeOptions(endpoint, field, problems, {
      namespace,
      defaultInterval: this.props.prometheus?.scrapeInterval,
    });
    if (endpoint.port !== undefined && endpoint.portNumber !== undefined) {
      problems.add(
        `${field}portNumber`,
        `stands beside port "${endpoint.port}", which wins, so it would not take effect.`,
        'leave out port or portNumber.',
      );
    }
    if (endpoint.portNumber !== undefined && !isPortNumber(endpoint.portNumber)) {
      problems.add(
        `${field}portNumber`,
        `${endpoint.portNumber} is no port number.`,
        'a whole number from 1 to 65535.',
      );
    }
  }

  private problemsAtSynth(): string[] {
    const problems = new Problems(`PodMonitor ${this.node.path}`);
    this.renderSpec(problems);
    return problems.empty ? [] : [problems.render()];
  }

  private renderSpec(problems: Problems): any {
    const { props, workload } = this;
    // Rendering the workload takes time, and is not needed where all ports are trusted.
    let manifest: any;
    const readWorkload = () => (manifest ??= workload.toJson());
    const unreachable = namespaceProblem(this.apiObject, workload, props.prometheus);
    if (unreachable) {
      problems.add('metadata.namespace', unreachable.message, unreachable.fix);
    }
    return {
      ...renderMonitorOptions(props),
      selector: props.selectorLabels
        ? { matchLabels: props.selectorLabels }
        : podSelectorOf(workload, readWorkload(), problems),
      namespaceSelector: namespaceSelectorFor(this.apiObject, workload),
      podMetricsEndpoints: this.endpoints.map((endpoint, index) => ({
        ...renderScrapeOptions(endpoint),
        ...(endpoint.port !== undefined && this.trustedPorts.has(endpoint.port)
          ? { port: endpoint.port }
          : podPortOf(workload, readWorkload(), endpoint, `endpoints[${index}]`, problems)),
      })),
    };
  }
}
