import { type ApiObject, type ApiObjectMetadata, Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import { planSelection } from '../prometheus/select';
import { namespaceProblem, namespaceSelectorFor } from './monitor-namespace';
import type { MonitorOptions } from './monitor-options';
import { checkMonitorOptions, renderMonitorOptions } from './render-monitor-options';
import { checkScrapeOptions, renderScrapeOptions } from './render-scrape-options';
import type { ScrapeOptions } from './scrape-options';
import { findTargetObject, type TargetKind } from './target-object';

/** The props that monitors of both kinds have. */
interface MonitorProps<E> extends MonitorOptions {
  readonly resource?: string;
  readonly prometheus?: IPrometheus;
  readonly metadata?: ApiObjectMetadata;
  readonly endpoints?: E[];
}

/** What one kind of monitor brings along. */
export interface MonitorSetup<E> {
  readonly kind: 'ServiceMonitor' | 'PodMonitor';
  readonly target: IConstruct;
  readonly targetKind: TargetKind;
  /** Prop that names the target. */
  readonly targetField: string;
  /** Adds what is wrong with the port of an endpoint by itself. */
  readonly checkPort: (endpoint: E, field: string, problems: Problems) => void;
}

/**
 * What ServiceMonitor and PodMonitor have in common: finding the target, checking the props, and the parts of the spec
 * that do not depend on the kind.
 */
export class MonitorWiring<E extends ScrapeOptions & { readonly port?: string }> {
  /** The object that is monitored. */
  public readonly target: ApiObject;

  /** Metadata of the monitor. */
  public readonly metadata: ApiObjectMetadata;

  private readonly endpoints: E[];
  private readonly trustedPorts = new Set<string>();

  /** @throws Error with all problems of the props */
  public constructor(
    private readonly construct: Construct,
    private readonly setup: MonitorSetup<E>,
    private readonly props: MonitorProps<E>,
  ) {
    const problems = this.newProblems();
    const { target, targetKind, targetField } = setup;
    const found = findTargetObject(target, targetKind, props.resource, targetField, problems);
    this.metadata = { ...props.metadata, namespace: props.metadata?.namespace ?? found?.metadata.namespace };
    checkMonitorOptions(props, '', problems);
    for (const [index, endpoint] of (props.endpoints ?? []).entries()) {
      this.checkEndpoint(endpoint, index, problems);
    }
    if (props.endpoints?.length === 0) {
      problems.add(
        'endpoints',
        'is an empty list, so nothing would be scraped.',
        'leave it out for the obvious port, or name one.',
      );
    }
    this.checkSelection(problems);
    problems.throwIfAny();
    this.target = found as ApiObject;
    // Without endpoints there is one that asks for nothing in particular.
    this.endpoints = [...(props.endpoints ?? [{} as E])];
  }

  /** @throws Error with all problems of the endpoint */
  public addEndpoint(endpoint: E): void {
    const problems = this.newProblems();
    this.checkEndpoint(endpoint, this.endpoints.length, problems);
    problems.throwIfAny();
    this.endpoints.push(endpoint);
  }

  /** Takes the name of a port for right without looking at the target, where both come from one object. */
  public trustPort(name: string): void {
    this.trustedPorts.add(name);
  }

  /** Whether the target need not be asked for this port. */
  public trusts(port: string | undefined): port is string {
    return port !== undefined && this.trustedPorts.has(port);
  }

  /** Has cdk8s ask `render` for problems before anything is written. */
  public validate(render: (problems: Problems) => any): void {
    this.construct.node.addValidation({
      validate: () => {
        const problems = this.newProblems();
        render(problems);
        return problems.empty ? [] : [problems.render()];
      },
    });
  }

  /** Fields of the spec that do not depend on the kind. */
  public renderSpec(monitor: ApiObject, problems: Problems): { [key: string]: any } {
    const unreachable = namespaceProblem(monitor, this.target, this.props.prometheus);
    if (unreachable) {
      problems.add('metadata.namespace', unreachable.message, unreachable.fix);
    }
    return { ...renderMonitorOptions(this.props), namespaceSelector: namespaceSelectorFor(monitor, this.target) };
  }

  /** All endpoints, each with the fields of its port. */
  public renderEndpoints<P extends object>(renderPort: (endpoint: E, field: string) => P): P[] {
    return this.endpoints.map((endpoint, index) => ({
      ...renderScrapeOptions(endpoint),
      ...renderPort(endpoint, `endpoints[${index}]`),
    }));
  }

  private newProblems(): Problems {
    return new Problems(`${this.setup.kind} ${this.construct.node.path}`);
  }

  private checkEndpoint(endpoint: E, index: number, problems: Problems): void {
    const field = `endpoints[${index}].`;
    checkScrapeOptions(endpoint, field, problems, {
      namespace: this.metadata.namespace,
      defaultInterval: this.props.prometheus?.scrapeInterval,
    });
    this.setup.checkPort(endpoint, field, problems);
  }

  private checkSelection(problems: Problems): void {
    const { prometheus } = this.props;
    if (!prometheus) {
      return;
    }
    const chart = Chart.of(this.construct);
    const labels: { [key: string]: string } = { ...chart.labels, ...this.metadata.labels };
    const plan = planSelection(prometheus, {
      apiGroup: 'monitoring.coreos.com',
      kind: this.setup.kind,
      namespace: this.metadata.namespace ?? chart.namespace,
      label: (key) => labels[key],
      node: this.construct.node,
    });
    problems.addAll(plan.problems);
  }
}
