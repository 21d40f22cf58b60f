import { type ApiObject, type ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { ServiceMonitor as ServiceMonitorObject } from '../../imports/monitoring.coreos.com/v1/service-monitor';
import { isPortNumber } from '../private/kubernetes-names';
import { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import type { MonitorOptions } from './monitor-options';
import { MonitorWiring } from './monitor-wiring';
import type { ScrapeOptions } from './scrape-options';
import { checkTwins, ensureSelectable, hasTargets, portNameOf, serviceSelectorOf } from './service-target';
import { servicesOfChart } from './services-of-chart';
import { SERVICE } from './target-object';

/** One port of a Service that is scraped, and how. */
export interface ServiceMonitorEndpoint extends ScrapeOptions {
  /**
   * Name of the Service port that serves metrics. The Operator matches names, never numbers.
   *
   * @default - the only port of the Service, or the one named `metrics`, `http-metrics`, `prometheus` or `monitoring`
   */
  readonly port?: string;

  /**
   * Number of the container port that serves metrics, where the Service does not publish it. The container must declare
   * it, and at least one port of the Service must lead to the pod. Excludes `port`.
   *
   * @default - the endpoint is chosen by `port`
   */
  readonly targetPort?: number;
}

/** Properties for `ServiceMonitor`. */
export interface ServiceMonitorProps extends MonitorOptions {
  /**
   * Any construct that is or holds the Service: of cdk8s-plus in any version, a raw `ApiObject`, an `Include`, a `Helm`
   * chart, an object of `cdk8s import k8s`. Its labels and ports are read when the app is synthesized, so that later
   * additions count. A Service without a label of its own gets `app.kubernetes.io/name`.
   */
  readonly service: IConstruct;

  /**
   * Which Service, where the construct holds several: `Service/web`, or `web`.
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
   * Metadata of the ServiceMonitor.
   *
   * @default - a generated name, in the namespace of the Service
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Ports to scrape.
   *
   * @default - one endpoint with the defaults of `ServiceMonitorEndpoint`
   */
  readonly endpoints?: ServiceMonitorEndpoint[];

  /**
   * Labels by which the Service is selected. All Services of the namespace that carry them are scraped.
   *
   * @default - those labels of the Service that tell it from the Services beside it
   */
  readonly selectorLabels?: { [key: string]: string };

  /**
   * Labels of the Service that are copied onto the metrics.
   *
   * @default - none
   */
  readonly targetLabels?: string[];
}

/**
 * Has Prometheus scrape the pods behind a Service that exists in this app.
 *
 * The selector, the `namespaceSelector` and the port names are derived from the Service, and the labels that the given
 * Prometheus asks for are added, so that nothing has to be typed twice.
 */
export class ServiceMonitor extends Construct {
  /** The generated object. */
  public readonly apiObject: ApiObject;

  /** The Service that is monitored. */
  public readonly service: ApiObject;

  private readonly wiring: MonitorWiring<ServiceMonitorEndpoint>;

  /**
   * @throws Error with all problems: no Service, or several without a hint; a timeout above the interval; limits that
   * are no whole numbers; a Prometheus that cannot select the monitor
   */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: ServiceMonitorProps,
  ) {
    super(scope, id);
    this.wiring = new MonitorWiring(
      this,
      { kind: 'ServiceMonitor', target: props.service, targetKind: SERVICE, targetField: 'service', checkPort },
      props,
    );
    this.service = this.wiring.target;
    if (!props.selectorLabels && !this.wiring.wiredLabels) {
      ensureSelectable(this.service);
    }
    this.apiObject = new ServiceMonitorObject(this, 'Resource', {
      metadata: this.wiring.metadata,
      spec: Lazy.any({ produce: () => this.renderSpec(new Problems(''), this.apiObject) }),
    });
    this.wiring.validate(this.apiObject, (problems) => this.check(problems));
    props.prometheus?.select(this.apiObject);
  }

  /**
   * Scrapes another port of the Service.
   *
   * @throws Error with all problems of the endpoint
   */
  public addEndpoint(endpoint: ServiceMonitorEndpoint): void {
    this.wiring.addEndpoint(endpoint);
  }

  private check(problems: Problems): void {
    const { service, wiring } = this;
    const labels = wiring.wiredLabels;
    if (!labels || !wiring.fullyWired) {
      this.renderSpec(problems, this);
    }
    if (labels) {
      const label = wiring.changedByPatch ? labelIn(service.toJson()) : (key: string) => service.metadata.getLabel(key);
      wiring.checkLabels('service', labels, label, problems);
      checkTwins(service, labels, servicesOfChart(service, this), wiring.ports, problems);
    }
  }

  /** @param asker stands for this monitor in one step: when it is checked, or when it is rendered */
  private renderSpec(problems: Problems, asker: object): any {
    const { props, service, wiring } = this;
    // Rendering the Service takes time, and is not needed for what is wired.
    let manifest: any;
    const readService = () => (manifest ??= service.toJson());
    const endpoints = wiring.renderEndpoints(problems, ({ port, targetPort }, field) => {
      if (targetPort !== undefined) {
        hasTargets(service, readService(), `${field}.targetPort`, problems);
        return { targetPort };
      }
      return { port: wiring.trusts(port) ? port : portNameOf(service, readService(), port, `${field}.port`, problems) };
    });
    // An endpoint without a port has been reported; it says nothing about the Services beside this one.
    const ports = endpoints.filter((e) => e.port ?? e.targetPort).map((e) => e.port);
    return {
      ...wiring.renderSpec(this.apiObject),
      targetLabels: props.targetLabels,
      selector: this.renderSelector(readService, ports, problems, asker),
      endpoints,
    };
  }

  private renderSelector(
    readService: () => any,
    ports: (string | undefined)[],
    problems: Problems,
    asker: object,
  ): any {
    const { props, service, wiring } = this;
    if (props.selectorLabels) {
      wiring.checkLabels('selectorLabels', props.selectorLabels, labelIn(readService()), problems);
      return { matchLabels: props.selectorLabels };
    }
    return wiring.wiredLabels
      ? { matchLabels: wiring.wiredLabels }
      : serviceSelectorOf(
          service,
          readService().metadata?.labels ?? {},
          servicesOfChart(service, asker),
          ports,
          problems,
        );
  }
}

/** Looks up labels of a manifest. */
function labelIn(manifest: any): (key: string) => string | undefined {
  const labels = manifest.metadata?.labels ?? {};
  return (key) => labels[key];
}

function checkPort({ port, targetPort }: ServiceMonitorEndpoint, field: string, problems: Problems): void {
  if (port !== undefined && targetPort !== undefined) {
    problems.add(
      `${field}targetPort`,
      `stands beside port "${port}", which wins, so it would not take effect.`,
      'leave out port or targetPort.',
    );
  }
  if (targetPort !== undefined && !isPortNumber(targetPort)) {
    problems.add(`${field}targetPort`, `${targetPort} is no port number.`, 'a whole number from 1 to 65535.');
  }
}
