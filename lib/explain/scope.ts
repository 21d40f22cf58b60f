import type { CheckContext } from '../check/check-context';
import { poisonsAt } from '../check/poisons-at-instance';
import { type Locate, referenceTo } from '../check/to-finding';
import { type ChainLink, LinkState } from '../report/explanation';
import type { Finding } from '../report/finding';
import { findBreak } from '../simulator/chain/find-break';
import type { JobBreak } from '../simulator/chain/job-break';
import type { EndpointDiscovery } from '../simulator/discovery/discovery';
import type { SourcedObject } from '../simulator/kube-object';
import type { Instance } from '../simulator/operator/instance';
import type { Problem } from '../simulator/operator/problem';
import type { SimulatedJob } from '../simulator/simulation';
import type { JobTargets } from '../simulator/targets/job-targets';
import type { FindingIndex } from './finding-index';

/** A field of an object that a link may point at. */
export interface Place {
  readonly object: SourcedObject;
  readonly field: string;
}

/** The parts of a link that its state and text leave open. */
export interface LinkParts {
  readonly link?: string;
  /** Where the fault may be found, the likeliest place first; a finding at one of them gives the link its check and edit. */
  readonly places?: readonly Place[];
  readonly fix?: string;
  readonly links?: readonly ChainLink[];
}

/** What all explanations of one bag share. */
export class Scope {
  private causes: Map<JobTargets, JobBreak> | undefined;

  constructor(
    public readonly context: CheckContext,
    public readonly findings: FindingIndex,
    private readonly locate: Locate,
  ) {}

  /** What keeps an instance from loading its configuration. */
  public poisonsAt(instance: Instance): readonly Problem[] {
    return poisonsAt(this.context, instance);
  }

  /** Every Prometheus that is among the objects; the assumed one where there is none. */
  public get instances(): readonly Instance[] {
    return this.context.simulation.instances;
  }

  /** Where the chain of a job without targets breaks, as the checks have it. */
  public causeOf(simulated: SimulatedJob): JobBreak | undefined {
    this.causes ??= new Map(
      this.context.broken.flatMap(({ jobs, cause }) => jobs.map(({ targets }) => [targets, cause] as const)),
    );
    return this.causes.get(simulated.targets) ?? findBreak(this.context.simulation, simulated);
  }

  /** Discovery of Endpoints or slices as an instance sees it. */
  public endpoints(instance: Instance | undefined, role = instance?.settings.role ?? 'endpoints'): EndpointDiscovery {
    const kubernetes = instance?.operator?.kubernetesVersion;
    return this.context.simulation.discovery.endpoints(role, {
      prometheus: instance?.settings.versionText,
      kubernetes: kubernetes && `${kubernetes.major}.${kubernetes.minor}`,
    });
  }

  /** A link of a chain. */
  public link(state: LinkState, text: string, { link, places = [], fix, links = [] }: LinkParts = {}): ChainLink {
    const found = state === LinkState.HOLDS ? undefined : this.findingAt(places);
    if (found !== undefined) {
      return this.linkOf(found, state, text, { link, links });
    }
    const [place] = places;
    return {
      ...(link === undefined ? {} : { link }),
      state,
      text,
      ...(place === undefined ? {} : { object: referenceTo(place.object.object) }),
      ...(place === undefined || place.field === ''
        ? {}
        : { field: place.field, source: this.locate(place.object.source, place.field) }),
      ...(fix === undefined ? {} : { fix }),
      links: [...links],
    };
  }

  /** A link that a finding reports. */
  public linkOf(
    finding: Finding,
    state: LinkState,
    text = finding.message,
    { link, links = [] }: LinkParts = {},
  ): ChainLink {
    return {
      ...(link === undefined ? {} : { link }),
      state,
      text,
      object: finding.object,
      field: finding.field,
      source: finding.source,
      check: finding.check,
      ...(finding.fix === undefined ? {} : { fix: finding.fix.text }),
      links: [...links],
    };
  }

  /** What holds. */
  public holds(text: string, parts?: LinkParts): ChainLink {
    return this.link(LinkState.HOLDS, text, parts);
  }

  /** What is broken. */
  public broken(text: string, parts?: LinkParts): ChainLink {
    return this.link(LinkState.BROKEN, text, parts);
  }

  /** What these objects do not tell. */
  public unknown(text: string, parts?: LinkParts): ChainLink {
    return this.link(LinkState.UNKNOWN, text, parts);
  }

  /** What is worth knowing. */
  public note(text: string, parts?: LinkParts): ChainLink {
    return this.link(LinkState.NOTE, text, parts);
  }

  private findingAt(places: readonly Place[]): Finding | undefined {
    for (const { object, field } of places) {
      const found = field === '' ? undefined : this.findings.at(referenceTo(object.object), field);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }
}
