import { refusalsOfDirect } from '../check/access/direct-refusals';
import { type ChainLink, LinkState } from '../report/explanation';
import { type DirectBreak, findDirectBreak } from '../simulator/chain/direct-break';
import type { DirectJob, TargetSource } from '../simulator/jobs/direct-job';
import { counts, nameOf } from '../simulator/operator/problem';
import type { SimulatedDirectJob } from '../simulator/simulation';
import { accessPlaces, whyForbidden } from './describe-break';
import type { LinkName } from './judge-monitor';
import type { Place, Scope } from './scope';
import { capitalized, counted, listed, NAMED, namespacesText, sentence } from './texts';

/** The link at which the job of a Probe or ScrapeConfig breaks. */
export function directBreakLink({ reason }: DirectBreak): LinkName {
  switch (reason) {
    case 'not loadable':
      return 'L6';
    case 'forbidden':
      return 'L7';
    case 'relabeled':
    case 'no zone':
    case 'failed':
      return 'L9';
    default:
      return 'L8';
  }
}

/** Whether nobody can tell from these objects. */
export function isDirectUnknown({ context }: Scope, cause: DirectBreak): boolean {
  if (cause.reason !== 'no ingress' && cause.reason !== 'nothing there') {
    return cause.reason === 'not known';
  }
  const { searched } = cause;
  const { shownNamespaces } = context.simulation;
  return (
    context.absence !== 'complete' &&
    (searched === undefined || searched.some((namespace) => !shownNamespaces.has(namespace)))
  );
}

/** Why a job has no target, as a part of a sentence. */
export function whyDirectlyBroken(cause: DirectBreak, job: DirectJob): string {
  switch (cause.reason) {
    case 'forbidden':
      return whyForbidden(job, cause.namespaces);
    case 'not loadable':
      return 'it makes a rule that Prometheus cannot load';
    case 'nothing listed':
      return 'it lists no target and no way to discover one';
    case 'no ingress':
      return `its selector takes no Ingress in ${namespacesText(cause.searched)}`;
    case 'no rule':
      return `${nameOf(cause.ingresses[0])} has no rule`;
    case 'nothing there':
      return `role ${cause.role} finds nothing in ${namespacesText(cause.searched)}`;
    case 'relabeled':
      return `relabelings drop all of its targets (${listed(
        cause.rules.map(({ field }) => field),
        NAMED,
      )})`;
    case 'no zone':
      return 'shards are shared out by zone, and its targets have none';
    case 'failed':
      return `the label ${cause.failure.label} of a target is of no use: ${cause.failure.problem}`;
    case 'not known':
      return `how many targets there are depends on ${listed([...cause.why], NAMED)}`;
  }
}

/** Where the fault may be found. */
export function placesOfDirect(cause: DirectBreak, { monitor, instance }: DirectJob): Place[] {
  const at = (field: string): Place => ({ object: monitor, field });
  switch (cause.reason) {
    case 'forbidden':
      return accessPlaces(instance);
    case 'nothing listed':
    case 'nothing there':
      return [at(cause.field)];
    case 'no ingress':
      return [at('spec.targets.ingress.selector'), at('spec.targets.ingress.namespaceSelector')];
    case 'no rule':
      return [at('spec.targets.ingress')];
    case 'relabeled':
      return cause.rules.map(({ field }) => at(field));
    default:
      return [at('spec')];
  }
}

/** From what is listed or discovered to what is called. */
export function directLinks(scope: Scope, simulated: SimulatedDirectJob): ChainLink[] {
  const { job, targets } = simulated;
  const cause = findDirectBreak(scope.context.simulation, simulated);
  const link = cause && directBreakLink(cause);
  const sources = job.sources.map((source) => {
    const text = sentence(sourceText(source, targets.ingresses.length));
    return source.kind === 'unknown'
      ? scope.unknown(text, { places: [{ object: job.monitor, field: source.field }] })
      : scope.note(text);
  });
  const found = targets.found.length + targets.lost.length + targets.merged.length;
  const why = cause === undefined ? '' : sentence(capitalized(whyDirectlyBroken(cause, job)));
  const parts = { places: cause === undefined ? [] : placesOfDirect(cause, job) };
  const broken = (at: LinkName, links: readonly ChainLink[]): ChainLink =>
    scope.link(cause !== undefined && isDirectUnknown(scope, cause) ? LinkState.UNKNOWN : LinkState.BROKEN, why, {
      ...parts,
      link: at,
      links,
    });
  if (link === 'L6' || link === 'L7' || link === 'L8') {
    return [broken(link, sources)];
  }
  const discovered = scope.holds(`Has ${counted(found, 'target')} before relabeling.`, {
    link: 'L8',
    links: [...sources, ...accessLinks(scope, simulated)],
  });
  if (link === 'L9') {
    return [discovered, broken('L9', [])];
  }
  const lost = targets.lost.length > 0 ? [scope.note(`${counted(targets.lost.length, 'target')} dropped.`)] : [];
  const kept = `Relabeling keeps ${counted(targets.found.length, 'target')}.`;
  return [discovered, scope.holds(kept, { link: 'L9', links: lost }), urlLink(scope, simulated)];
}

/** Of namespaces in which something is found, or would be, those that the instance may not look into. */
function accessLinks(scope: Scope, { job, targets }: SimulatedDirectJob): ChainLink[] {
  const { access, extent } = scope.context.simulation;
  const refusals = refusalsOfDirect(access, job, targets).map(({ refusal }) => refusal);
  if (refusals.length === 0) {
    return [];
  }
  const names = [...new Set(refusals.flatMap(({ namespace }) => namespace ?? []))];
  const why = whyForbidden(job, refusals.some(({ namespace }) => namespace === undefined) ? undefined : names);
  const text = refusals.every(({ certainty }) => counts(certainty, extent))
    ? sentence(capitalized(why))
    : `By what is among these objects, ${why}.`;
  return [scope.note(text, { places: accessPlaces(job.instance) })];
}

function sourceText(source: TargetSource, ingresses: number): string {
  switch (source.kind) {
    case 'static':
      return `${source.field} lists ${counted(source.targets.length, 'target')}`;
    case 'ingresses':
      return `${source.field} takes ${counted(ingresses, 'Ingress')} in ${namespacesText(source.namespaces)}`;
    case 'kubernetes':
      return `${source.field} asks for role ${source.role} in ${namespacesText(source.namespaces)}`;
    case 'unknown':
      return `${source.field}: how many targets it has depends on ${source.why}`;
  }
}

function urlLink(scope: Scope, { targets }: SimulatedDirectJob): ChainLink {
  const urls = targets.found.map(({ scraped: { scheme, address, metricsPath, params } }) => {
    const target = params.target?.[0];
    return `${scheme}://${address}${metricsPath}${target === undefined ? '' : ` for ${target}`}`;
  });
  return scope.holds(`Calls ${listed([...new Set(urls)], NAMED)}.`, { link: 'L10' });
}
