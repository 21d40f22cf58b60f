import type { CheckContext } from '../check/check-context';
import type { Locate } from '../check/to-finding';
import { FindingIndex } from '../explain/finding-index';
import { isTaken, type JudgedJob, type Judgement, judgeMonitor, LINKS, rankOf } from '../explain/judge-monitor';
import { Scope } from '../explain/scope';
import { capitalized, sentence } from '../explain/texts';
import type { CheckReport } from '../report/check-report';
import type { Finding } from '../report/finding';
import { ObjectsOfFindings } from '../report/objects-of-findings';
import type { UnknownTarget } from '../report/target-list';
import { Kind } from '../simulator/bag/bag-kind';
import type { SourcedObject } from '../simulator/kube-object';
import { isAssumed } from '../simulator/operator/assumed-instance';
import type { Instance } from '../simulator/operator/instance';
import { endpointsOf } from '../simulator/operator/monitor-parts';
import { counts } from '../simulator/operator/problem';
import { rejectionsOf } from '../simulator/operator/reject-monitor';
import { acceptanceRules, type MonitorOutcome } from '../simulator/operator/select-monitors';
import { RELABEL_SUPPORT } from '../simulator/relabel/relabel-support';
import type { SimulatedDirectJob } from '../simulator/simulation';
import { ChainBuilder } from './chain-builder';
import { directFoundWays, directLostWays } from './direct-ways';
import { FindingLookup } from './finding-lookup';
import { lostTargetPart, monitorPart, prometheusPart } from './parts';
import { type Chain, Column, LinkStatus, type Picture, sumOf } from './picture';
import { BrokenWays, foundWays } from './ways';
import { yamlDiff } from './yaml-diff';

/** Of how many Prometheuses that do not take a monitor is drawn that they do not. */
const DRAWN = 3;

/** What a picture needs beside the simulation. */
export interface PictureInput {
  readonly context: CheckContext;
  readonly report: CheckReport;
  readonly unknown: readonly UnknownTarget[];
  readonly locate: Locate;
  /** Namespace of objects that name none. */
  readonly defaultNamespace: string;
}

/** Draws what the simulation and the checks found; decides nothing anew. */
export function makePicture(input: PictureInput): Picture {
  return new PictureMaker(input).make();
}

/** How an instance and a monitor are connected. */
interface Connection {
  readonly status: LinkStatus;
  readonly reason: string;
  readonly finding?: number;
}

class PictureMaker {
  private readonly scope: Scope;
  private readonly findings: FindingLookup;

  constructor(private readonly input: PictureInput) {
    const { context, report, locate, defaultNamespace } = input;
    const index = new FindingIndex(report.findings, defaultNamespace);
    this.scope = new Scope(context, index, locate);
    this.findings = new FindingLookup(report.findings, index);
  }

  public make(): Picture {
    const { context, report, unknown } = this.input;
    const refused = [Kind.SERVICE_MONITOR, Kind.POD_MONITOR, Kind.PROBE, Kind.SCRAPE_CONFIG]
      .flatMap((kind) => context.simulation.bag.all(kind))
      .filter(({ object, given = object }) => context.prepared.refused.has(given));
    const chains = [
      ...context.simulation.monitors.map((monitor) => this.chainOf(monitor)),
      ...refused.map((monitor) => this.chainOfRefused(monitor)),
    ].sort(byImportance);
    const shown = new Set(chains.flatMap(({ findings }) => findings));
    const objects = new ObjectsOfFindings(context.prepared.given);
    return {
      chains,
      findings: report.findings.map((finding) => ({ finding, diff: yamlDiff(finding, givenOf(finding, objects)) })),
      others: report.findings.flatMap((_, i) => (shown.has(i) ? [] : [i])),
      unknown,
      counts: sumOf(chains.map((chain) => chain.counts)),
      objects: report.summary.objects,
    };
  }

  private chainOf(monitor: SourcedObject): Chain {
    const builder = new ChainBuilder(monitorPart(monitor));
    const judgements = judgeMonitor(this.scope, monitor);
    const taking = judgements.filter((judgement) => isTaken(judgement) && !isAssumed(judgement.instance.object));
    const drawn = taking.length > 0 ? taking : furthestOf(judgements);
    for (const [i, judgement] of drawn.entries()) {
      const link = this.connection(judgement);
      builder.way(prometheusPart(judgement.instance), [{ part: monitorPart(monitor), ...link }]);
      if (taking.length > 0 || i === 0) {
        this.addJobs(builder, judgement, link);
      }
    }
    return builder.build((parts) => this.findingsAbout(parts));
  }

  /** A monitor that the API server refuses, so that no Prometheus knows of it. */
  private chainOfRefused(monitor: SourcedObject): Chain {
    const part = { ...monitorPart(monitor), status: LinkStatus.BROKEN };
    const builder = new ChainBuilder(part);
    const finding = part.object && this.findings.firstOf(part.object);
    const reason = 'The API server refuses the monitor, so nothing comes of it.';
    const link = { status: LinkStatus.BROKEN, reason, ...(finding === undefined ? {} : { finding }) };
    const [instance] = this.scope.instances;
    builder.way(prometheusPart(instance), [{ part, ...link }]);
    this.addLost(builder, monitor, link);
    return builder.build((parts) => this.findingsAbout(parts));
  }

  /** Whether an instance makes jobs of a monitor. */
  private connection(judgement: Judgement): Connection {
    const { stop, instance } = judgement;
    const [poison] = isTaken(judgement) ? this.scope.poisonsAt(instance) : [];
    if (poison !== undefined) {
      const reason = sentence(`Prometheus refuses its configuration: ${poison.field} ${poison.message}`);
      return this.connected(LinkStatus.BROKEN, reason, this.findings.at([poison]));
    }
    // What breaks later is told at the link that breaks.
    const early = stop !== undefined && LINKS.indexOf(stop.link) <= LINKS.indexOf('L6') ? stop : undefined;
    const reason = early && sentence(capitalized(early.because));
    if (isAssumed(instance.object) && early?.unknown !== false) {
      const unknown = reason ?? 'Which Prometheus takes it is not known.';
      return this.connected(LinkStatus.UNKNOWN, unknown, this.findings.ofCheck('prometheus/none'));
    }
    if (early !== undefined && reason !== undefined) {
      const status = early.unknown ? LinkStatus.UNKNOWN : LinkStatus.BROKEN;
      return this.connected(status, reason, this.findings.at(early.places));
    }
    return { status: LinkStatus.WHOLE, reason: '' };
  }

  private connected(status: LinkStatus, reason: string, finding: number | undefined): Connection {
    return { status, reason, ...(finding === undefined ? {} : { finding }) };
  }

  private addJobs(builder: ChainBuilder, judgement: Judgement, link: Connection): void {
    const { monitor } = judgement;
    const part = monitorPart(monitor);
    const jobs = judgement.jobs.length > 0 ? judgement.jobs : this.jobsIfTaken(judgement);
    const isBroken = link.status === LinkStatus.BROKEN;
    for (const { simulated, cause } of jobs) {
      if (cause === undefined) {
        for (const { steps, part: end, target } of foundWays(simulated)) {
          builder.way(part, steps, isBroken);
          builder.target(end, { target, status: link.status });
        }
      } else {
        for (const steps of new BrokenWays(this.scope, this.findings, simulated, cause).steps()) {
          builder.way(part, steps, isBroken);
        }
      }
    }
    const direct = this.directIfTaken(judgement);
    if (direct !== undefined) {
      this.addDirect(builder, direct, link);
    } else if (jobs.length === 0) {
      this.addLost(builder, monitor, link);
    }
  }

  private addDirect(builder: ChainBuilder, simulated: SimulatedDirectJob, { status }: Connection): void {
    const part = monitorPart(simulated.job.monitor);
    const isBroken = status === LinkStatus.BROKEN;
    for (const { steps, part: end, target } of directFoundWays(simulated)) {
      builder.way(part, steps, isBroken);
      builder.target(end, { target, status });
    }
    for (const steps of directLostWays(this.scope, this.findings, simulated)) {
      builder.way(part, steps, isBroken);
    }
  }

  /** What stands for the targets of a monitor that gets no jobs. */
  private addLost(builder: ChainBuilder, monitor: SourcedObject, { status }: Connection): void {
    const fields = endpointsOf(monitor).map(({ field }) => field);
    for (const [i, field] of (fields.length > 0 ? fields : ['']).entries()) {
      const lost = lostTargetPart(monitor, i, field, status === LinkStatus.UNKNOWN ? status : LinkStatus.BROKEN);
      builder.way(
        monitorPart(monitor),
        [{ part: lost, status: LinkStatus.BEYOND, reason: '' }],
        status === LinkStatus.BROKEN,
      );
    }
  }

  /** The jobs that a monitor would get if this instance took it; none where the Operator would reject it. */
  private jobsIfTaken(judgement: Judgement): JudgedJob[] {
    const wanted = this.wantedOutcome(judgement);
    const jobs = wanted === undefined ? [] : this.scope.context.simulation.jobsOf(wanted);
    return jobs.map((simulated) => ({ simulated, cause: this.scope.causeOf(simulated) }));
  }

  /** The job that a Probe or ScrapeConfig gets, or would get. */
  private directIfTaken(judgement: Judgement): SimulatedDirectJob | undefined {
    const wanted = judgement.direct === undefined ? this.wantedOutcome(judgement) : undefined;
    return wanted === undefined ? judgement.direct : this.scope.context.simulation.directJobOf(wanted);
  }

  private wantedOutcome({ monitor, instance, outcome }: Judgement): MonitorOutcome | undefined {
    return outcome?.state === 'rejected' || outcome?.state === 'selected' || !this.accepts(instance, monitor)
      ? undefined
      : (outcome ?? { instance, monitor, state: 'selected', misses: [], problems: [] });
  }

  private accepts(instance: Instance, monitor: SourcedObject): boolean {
    const { simulation } = this.scope.context;
    const rules = acceptanceRules(instance);
    return (
      rules !== undefined &&
      !rejectionsOf(monitor, rules, simulation.lookup, RELABEL_SUPPORT).some(({ certainty }) =>
        counts(certainty, simulation.extent),
      )
    );
  }

  /** Findings about a Prometheus would stand in every chain, so they stand apart. */
  private findingsAbout(parts: Chain['parts']): number[] {
    return this.findings.about(parts.filter(({ column }) => column !== Column.PROMETHEUS));
  }
}

/** The judgements that come furthest, of which one is enough to tell why nothing comes of a monitor. */
function furthestOf(judgements: readonly Judgement[]): Judgement[] {
  const best = Math.max(...judgements.map(rankOf));
  return judgements.filter((judgement) => rankOf(judgement) === best).slice(0, DRAWN);
}

const ORDER = [LinkStatus.BROKEN, LinkStatus.UNKNOWN, LinkStatus.WHOLE];

function byImportance(a: Chain, b: Chain): number {
  return ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function givenOf(finding: Finding, objects: ObjectsOfFindings): SourcedObject['object'] | undefined {
  const found = finding.fix?.patch === undefined ? undefined : objects.objectOf(finding);
  return found && (found.given ?? found.object);
}
