import type { ApiObject } from 'cdk8s';
import { namespaceProblem, namespaceSelectorFor } from '../monitor/monitor-namespace';
import { Relabeling } from '../monitor/relabeling';
import { nameOf } from '../monitor/target-object';
import { definedOnly } from '../private/defined-only';
import type { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import type { ProbeTargetSource } from './probe-targets';

/** What goes with the targets. */
export interface TargetLabels {
  readonly labels?: { [key: string]: string };
  readonly relabelings?: Relabeling[];
}

/** `targets` of a Probe. */
export function renderProbeTargets(
  source: ProbeTargetSource,
  probe: ApiObject,
  ingress: ApiObject | undefined,
  { labels = {}, relabelings = [] }: TargetLabels,
): any {
  const own = relabelings.map((rule) => rule.toManifest());
  if (source.targets) {
    return {
      staticConfig: definedOnly({
        static: source.targets,
        labels: Object.keys(labels).length > 0 ? labels : undefined,
        relabelingConfigs: own.length > 0 ? own : undefined,
      }),
    };
  }
  // Labels of the targets stand in front of the rules that may use them, as those of static targets do.
  const rules = [
    ...(ingress ? [ingressOfName(ingress.name)] : []),
    ...Object.entries(labels).map(([label, value]) => Relabeling.set(label, value.replace(/\$/g, '$$$$'))),
  ].map((rule) => rule.toManifest());
  const relabelingConfigs = [...rules, ...own];
  return {
    ingress: definedOnly({
      // Required by nothing, but the Operator reads it: an empty one takes all.
      selector: source.selector?.toManifest() ?? {},
      namespaceSelector: ingress ? namespaceSelectorFor(probe, ingress) : namespacesOf(source),
      relabelingConfigs: relabelingConfigs.length > 0 ? relabelingConfigs : undefined,
    }),
  };
}

/** By its name and not by labels: no other Ingress has it, and most Ingresses have no label of their own. */
function ingressOfName(name: string): Relabeling {
  return Relabeling.keep({
    sourceLabels: ['__meta_kubernetes_ingress_name'],
    regex: name.replace(/\./g, '\\.'),
  });
}

function namespacesOf({ namespaces, allNamespaces }: ProbeTargetSource): any {
  if (allNamespaces) {
    return { any: true };
  }
  return namespaces && { matchNames: namespaces };
}

/** Adds to `problems` why Prometheus would not find what is to be probed. */
export function checkIngress(
  source: ProbeTargetSource,
  probe: ApiObject,
  ingress: ApiObject | undefined,
  prometheus: IPrometheus | undefined,
  problems: Problems,
): void {
  if (ingress) {
    const unreachable = namespaceProblem(probe, ingress, prometheus);
    if (unreachable) {
      problems.add('metadata.namespace', unreachable.message, unreachable.fix);
    }
    checkRules(ingress, problems);
  } else if (prometheus?.ignoreNamespaceSelectors && (source.allNamespaces || source.namespaces)) {
    problems.add(
      'targets',
      `looks into other namespaces, but Prometheus ${prometheus.namespace}/${prometheus.prometheusName} has ignoreNamespaceSelectors, so a Probe finds Ingresses of its own namespace only.`,
      'leave out namespaces and allNamespaces, and make a Probe in each namespace.',
    );
  }
}

/**
 * Adds which rules of an Ingress make no target, or one that the prober refuses.
 *
 * Source: prometheus `discovery/kubernetes/ingress.go`, `buildIngress`: a target for each rule and path; prometheus-operator
 * v0.93 `pkg/prometheus/promcfg.go`, `generateProbeConfig`: no `target` parameter without a host.
 */
function checkRules(ingress: ApiObject, problems: Problems): void {
  const rules: { readonly host?: string }[] = ingress.toJson().spec?.rules ?? [];
  if (rules.length === 0) {
    problems.add(
      'targets',
      `${nameOf(ingress)} has no rules, and Prometheus makes its targets from them, so nothing would be probed.`,
      'give the Ingress a rule with a host, or use ProbeTargets.urls.',
    );
  } else if (rules.some(({ host }) => !host)) {
    problems.add(
      'targets',
      `${nameOf(ingress)} has a rule without a host, so Prometheus would ask the prober for no target, and get an error.`,
      'give each rule a host, or use ProbeTargets.urls.',
    );
  }
}
