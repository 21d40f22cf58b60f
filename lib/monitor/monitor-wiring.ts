import type { ApiObject, ApiObjectMetadata } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import { namespaceProblem, namespaceSelectorFor } from './monitor-namespace';
import type { MonitorOptions } from './monitor-options';
import { checkMonitorOptions, renderMonitorOptions } from './render-monitor-options';
import { checkScrapeOptions, renderScrapeOptions } from './render-scrape-options';
import type { ScrapeOptions } from './scrape-options';
import { SelectedObject } from './selected-object';
import { findTargetObject, nameOf, type TargetKind } from './target-object';
import { type Wired, wiredBy } from './wired';

/** The props that monitors of both kinds have. */
interface MonitorProps<E> extends MonitorOptions {
  readonly resource?: string;
  readonly prometheus?: IPrometheus;
  readonly metadata?: ApiObjectMetadata;
  readonly endpoints?: E[];
  readonly selectorLabels?: { [key: string]: string };
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

  private endpoints: E[];
  private endpointsGiven: boolean;
  private readonly wired?: Wired;
  private readonly selected: SelectedObject;

  /** @throws Error with all problems of the props */
  public constructor(
    construct: Construct,
    private readonly setup: MonitorSetup<E>,
    private readonly props: MonitorProps<E>,
  ) {
    this.selected = new SelectedObject(construct, setup.kind, props);
    this.wired = wiredBy(props);
    this.target = this.wired?.target ?? this.findTarget();
    this.metadata = { ...props.metadata, namespace: props.metadata?.namespace ?? this.target.metadata.namespace };
    // Without endpoints there is one that asks for nothing in particular.
    this.endpoints = [...(props.endpoints ?? [{} as E])];
    this.endpointsGiven = props.endpoints !== undefined;
  }

  /** @throws Error with all problems of the endpoint */
  public addEndpoint(endpoint: E): void {
    const kept = this.endpointsGiven ? this.endpoints : [];
    const problems = this.selected.newProblems();
    this.checkEndpoint(endpoint, kept.length, this.metadata.namespace, problems);
    problems.throwIfAny();
    // The endpoint that stood for none is gone as soon as somebody names one.
    this.endpoints = [...kept, endpoint];
    this.endpointsGiven = true;
  }

  /** Names of the ports that are scraped; `undefined` among them for one that is found otherwise. */
  public get ports(): (string | undefined)[] {
    return this.endpoints.map(({ port }) => port);
  }

  /** Whether nothing is asked of the target but what it was made with. */
  public get fullyWired(): boolean {
    return this.endpoints.every(({ port }) => this.trusts(port));
  }

  /** Labels that the target was made with, where it was wired. */
  public get wiredLabels(): { readonly [key: string]: string } | undefined {
    return this.wired?.labels;
  }

  /** Whether a patch may have changed what the target was made with. */
  public get changedByPatch(): boolean {
    // cdk8s keeps patches to itself; where they cannot be seen, the target is read.
    const { patches } = this.target as unknown as { patches?: unknown[] };
    return patches === undefined || patches.length > 0;
  }

  /** Whether the target need not be asked for this port. */
  public trusts(port: string | undefined): boolean {
    return port !== undefined && port === this.wired?.port && !this.changedByPatch;
  }

  /** Adds to `problems` which labels of a selector the target does not carry. */
  public checkLabels(
    field: string,
    selector: { readonly [key: string]: string },
    label: (key: string) => string | undefined,
    problems: Problems,
  ): void {
    const missing = Object.entries(selector).filter(([key, value]) => label(key) !== value);
    if (missing.length > 0) {
      const has = missing.flatMap(([key]) => (label(key) === undefined ? [] : [`"${key}: ${label(key)}"`]));
      problems.add(
        field,
        `the monitor selects by ${missing.map(([key, value]) => `"${key}: ${value}"`).join(', ')}, which ${nameOf(this.target)} does not carry (it has ${has.join(', ') || 'no such label'}), so it would find nothing.`,
        field === 'selectorLabels' ? 'use labels that are there, or leave selectorLabels out.' : 'keep the labels.',
      );
    }
  }

  /** Has cdk8s ask for problems before anything is written. */
  public validate(monitor: ApiObject, check: (problems: Problems) => void): void {
    this.selected.validate(monitor, (problems) => {
      const unreachable = namespaceProblem(monitor, this.target, this.props.prometheus);
      if (unreachable) {
        problems.add('metadata.namespace', unreachable.message, unreachable.fix);
      }
      check(problems);
    });
  }

  /** Fields of the spec that do not depend on the kind. */
  public renderSpec(monitor: ApiObject): { [key: string]: any } {
    return { ...renderMonitorOptions(this.props), namespaceSelector: namespaceSelectorFor(monitor, this.target) };
  }

  /** All endpoints, each with the fields of its port. */
  public renderEndpoints<P extends object>(
    problems: Problems,
    renderPort: (endpoint: E, field: string) => P,
  ): (P & { [field: string]: any })[] {
    const endpoints = this.endpoints.map((endpoint, index) => ({
      ...renderScrapeOptions(endpoint),
      ...renderPort(endpoint, `endpoints[${index}]`),
    }));
    if (endpoints.length > 1) {
      checkDoubles(endpoints, problems);
    }
    return endpoints;
  }

  /** @throws Error with all problems of the props */
  private findTarget(): ApiObject {
    const { props, setup } = this;
    const problems = this.selected.newProblems();
    const target = findTargetObject(setup.target, setup.targetKind, props.resource, setup.targetField, problems);
    const namespace = props.metadata?.namespace ?? target?.metadata.namespace;
    checkMonitorOptions(props, '', problems);
    for (const [index, endpoint] of (props.endpoints ?? []).entries()) {
      this.checkEndpoint(endpoint, index, namespace, problems);
    }
    if (props.endpoints?.length === 0) {
      problems.add(
        'endpoints',
        'is an empty list, so nothing would be scraped.',
        'leave it out for the obvious port, or name one.',
      );
    }
    if (props.selectorLabels && Object.keys(props.selectorLabels).length === 0) {
      problems.add(
        'selectorLabels',
        'is empty, and an empty selector takes everything in the namespace.',
        'name at least one label, or leave it out.',
      );
    }
    this.selected.check(namespace, problems);
    problems.throwIfAny();
    return target as ApiObject;
  }

  private checkEndpoint(endpoint: E, index: number, namespace: string | undefined, problems: Problems): void {
    const field = `endpoints[${index}].`;
    checkScrapeOptions(endpoint, field, problems, {
      namespace,
      defaultInterval: this.props.prometheus?.scrapeInterval,
    });
    this.setup.checkPort(endpoint, field, problems);
  }
}

/** Adds which endpoints ask the same port for the same thing: Prometheus would scrape it twice. */
function checkDoubles(endpoints: { [field: string]: any }[], problems: Problems): void {
  const seen = new Map<string, number>();
  for (const [index, { port, targetPort, portNumber, path, params }] of endpoints.entries()) {
    const key = JSON.stringify([port, targetPort, portNumber, path ?? '/metrics', params]);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
    } else if (port ?? targetPort ?? portNumber) {
      problems.add(
        `endpoints[${index}]`,
        `asks port "${port ?? targetPort ?? portNumber}" for the same path as endpoints[${first}], so every pod would be scraped twice.`,
        'remove one of the two.',
      );
    }
  }
}
