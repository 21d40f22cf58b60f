import type { CheckContext } from '../check/check-context';
import { type Locate, referenceTo } from '../check/to-finding';
import { type ChainLink, type Explanation, LinkState } from '../report/explanation';
import type { Finding, ObjectReference } from '../report/finding';
import { bagKind } from '../simulator/bag/bag-kind';
import type { SourcedObject } from '../simulator/kube-object';
import { isAssumed } from '../simulator/operator/assumed-instance';
import { type Answer, unscrapedVerdict } from './answer';
import { explainAlertmanagerConfig } from './explain-alertmanager-config';
import { explainMonitor } from './explain-monitor';
import { explainPrometheus } from './explain-prometheus';
import { explainRule } from './explain-rule';
import { explainService } from './explain-service';
import { explainWorkload } from './explain-workload';
import { EXPLAINED_KINDS, type ExplainedAs } from './explained-kinds';
import { FindingIndex } from './finding-index';
import { Scope } from './scope';
import { counted, NAMED } from './texts';

const VERSION = 1;

/** How many targets and findings one explanation lists; a Prometheus may have hundreds of thousands. */
const TARGETS = 200;
const FINDINGS = 50;

/** What explanations need beside the simulation. */
export interface ExplainerOptions {
  /** Gives the findings of the report, in its order; asked only when something is to be explained. */
  readonly findings: () => readonly Finding[];
  readonly locate: Locate;
  /** Namespace of objects that name none. */
  readonly defaultNamespace: string;
}

/** Explains objects of one bag, one at a time. */
export class Explainer {
  private known: Scope | undefined;

  constructor(
    private readonly context: CheckContext,
    private readonly options: ExplainerOptions,
  ) {}

  /** Why an object is scraped, or is not; `undefined` where there is no such object, or none that has to do with scraping. */
  public explain(kind: string, namespace: string, name: string): Explanation | undefined {
    const description = EXPLAINED_KINDS.get(kind);
    const object = description && this.context.simulation.bag.find(description.kind, namespace, name);
    if (description === undefined || (object !== undefined && isAssumed(object))) {
      return undefined;
    }
    if (object !== undefined && this.isRefused(object)) {
      return this.explainRefused(object);
    }
    if (object !== undefined) {
      const reference = referenceTo(object.object);
      const answer = EXPLAIN[description.as](this.scope, object, this.acceptedLink(reference));
      return this.explanation(object, reference, answer, description.as !== 'prometheus');
    }
    const refused = this.refused().find(
      ({ object: one }) => one.kind === kind && this.namespaceOf(one) === namespace && one.metadata.name === name,
    );
    return refused && this.explainRefused(refused);
  }

  /** Every object that can be explained, by kind, namespace and name. */
  public explainable(): readonly SourcedObject[] {
    const { bag } = this.context.simulation;
    const refused = this.refused();
    return [...EXPLAINED_KINDS].flatMap(([name, { kind }]) => [
      ...bag.all(kind).filter((object) => !isAssumed(object)),
      ...refused.filter(({ object }) => object.kind === name),
    ]);
  }

  private get scope(): Scope {
    const { findings, defaultNamespace, locate } = this.options;
    this.known ??= new Scope(this.context, new FindingIndex(findings(), defaultNamespace), locate);
    return this.known;
  }

  /** Objects that were given and that the API server would refuse, so that the simulation knows nothing of them. */
  private refused(): readonly SourcedObject[] {
    const { simulation, prepared } = this.context;
    const seen = new Set<string>();
    return prepared.given
      .filter(({ object }) => {
        const { apiVersion, kind, metadata } = object ?? {};
        const description = EXPLAINED_KINDS.get(kind);
        if (typeof apiVersion !== 'string' || typeof metadata?.name !== 'string' || description === undefined) {
          return false;
        }
        const namespace = this.namespaceOf(object);
        const id = JSON.stringify([kind, namespace, metadata.name]);
        const isNew = !seen.has(id);
        seen.add(id);
        return (
          isNew &&
          description.kind === bagKind(apiVersion, kind) &&
          simulation.bag.find(description.kind, namespace, metadata.name) === undefined
        );
      })
      .sort((a, b) => compare(this.placeOf(a), this.placeOf(b)));
  }

  /** Whether a monitor is in the bag for others to see, and not in the cluster. */
  private isRefused({ object, given = object }: SourcedObject): boolean {
    return /^(?:(?:Service|Pod)Monitor|PrometheusRule)$/.test(object.kind) && this.context.prepared.refused.has(given);
  }

  private explainRefused(object: SourcedObject): Explanation {
    const reference = referenceTo(object.object);
    const findings = this.scope.findings.of(reference).slice(0, NAMED);
    const refusal: ChainLink = {
      link: 'L1',
      state: LinkState.BROKEN,
      text: 'The API server refuses it, so nothing comes of it.',
      links: findings.map((finding) => this.scope.linkOf(finding, LinkState.BROKEN)),
    };
    const field = findings.length === 0 ? '' : ` for ${findings[0].field || 'what it says'}`;
    const because = `the API server refuses it${field}`;
    const verdict = refusedVerdict(object.object.kind, because);
    return this.explanation(object, reference, { verdict, chains: [refusal], targets: [] }, true);
  }

  /** The first link: the API server takes the object, be it without some parts. */
  private acceptedLink(reference: ObjectReference): ChainLink {
    const findings = this.scope.findings.of(reference).filter(({ check }) => /^(?:schema|object)\//.test(check));
    const links = findings.slice(0, NAMED).map((finding) => this.scope.linkOf(finding, LinkState.NOTE));
    const text = findings.length === 0 ? 'The API server accepts it.' : 'The API server may accept it, but:';
    return findings.length === 0
      ? this.scope.holds(text, { link: 'L1' })
      : this.scope.note(text, { link: 'L1', links });
  }

  private explanation(
    object: SourcedObject,
    reference: ObjectReference,
    answer: Answer,
    related: boolean,
  ): Explanation {
    const { verdict, chains, targets } = answer;
    const named = new Set<Finding>();
    for (const chain of chains) {
      this.collect(chain, reference, named);
    }
    const findings = this.scope.findings.concerning(reference, named, related);
    const notes = [
      ...(targets.length > TARGETS
        ? [this.scope.note(`Of ${counted(targets.length, 'target')} the first ${TARGETS} are listed.`)]
        : []),
      ...(findings.length > FINDINGS
        ? [this.scope.note(`Of ${counted(findings.length, 'finding')} the first ${FINDINGS} are listed.`)]
        : []),
    ];
    return {
      version: VERSION,
      object: reference,
      source: this.options.locate(object.source, ''),
      verdict,
      chains: [...chains, ...notes],
      targets: targets.slice(0, TARGETS),
      findings: findings.slice(0, FINDINGS),
    };
  }

  /** The findings that a chain names. */
  private collect(link: ChainLink, explained: ObjectReference, named: Set<Finding>): void {
    const { check, object = explained, field = '', links } = link;
    if (check !== undefined) {
      const found = this.scope.findings
        .of(object)
        .find((finding) => finding.check === check && finding.field === field);
      if (found !== undefined) {
        named.add(found);
      }
    }
    for (const inner of links) {
      this.collect(inner, explained, named);
    }
  }

  private namespaceOf({ metadata }: SourcedObject['object']): string {
    return typeof metadata?.namespace === 'string' && metadata.namespace !== ''
      ? metadata.namespace
      : this.options.defaultNamespace;
  }

  private placeOf({ object }: SourcedObject): string {
    return JSON.stringify([this.namespaceOf(object), object.metadata.name]);
  }
}

const EXPLAIN: { readonly [as in ExplainedAs]: (scope: Scope, object: SourcedObject, accepted: ChainLink) => Answer } =
  {
    monitor: explainMonitor,
    service: explainService,
    workload: explainWorkload,
    prometheus: explainPrometheus,
    rule: explainRule,
    alertmanagerConfig: explainAlertmanagerConfig,
  };

/** What it means that the API server refuses an object of a kind. */
function refusedVerdict(kind: string, because: string): string {
  switch (EXPLAINED_KINDS.get(kind)?.as) {
    case 'rule':
      return `Not loaded: ${because}.`;
    case 'alertmanagerConfig':
      return `Not in effect: ${because}.`;
    default:
      return unscrapedVerdict(false, because);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
