import { checkExpression } from '../../promql/check-expression';
import type { AskedSeries } from '../../promql/selectors';
import type { SourcedObject } from '../../simulator/kube-object';
import type { Instance } from '../../simulator/operator/instance';
import type { SeriesSource } from '../../simulator/rules/series-labels';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import { releaseOfStack } from '../../simulator/stack/release-of-stack';
import type { StackSpec } from '../../simulator/stack/stack-spec';
import { ownMonitors } from '../../stack/facts/own-monitors';
import type { CheckContext } from '../check-context';
import { memoByContext } from '../memo-by-context';
import { exporterOf, mayBe } from './exporter-metrics';
import { knownSeries } from './known-series';

/** Something of a rule that only a part of a release exposes which is switched off. */
export interface OffExporter {
  readonly rule: SourcedObject;
  /** Path of the rule in the object. */
  readonly field: string;
  readonly series: AskedSeries;
  readonly text: string;
  readonly component: string;
  readonly stack: StackSpec;
  readonly instance: Instance;
}

/** The value that switches each part on. */
export const SWITCHES: { readonly [component: string]: string } = {
  apiserver: 'kubeApiServer',
  coredns: 'coreDns',
  grafana: 'grafana',
  'kube-controller-manager': 'kubeControllerManager',
  'kube-etcd': 'kubeEtcd',
  'kube-proxy': 'kubeProxy',
  'kube-scheduler': 'kubeScheduler',
  'kube-state-metrics': 'kubeStateMetrics',
  kubelet: 'kubelet',
  'node-exporter': 'nodeExporter',
  'windows-exporter': 'windowsMonitoring',
};

/** All of them, each part once for each rule, at the Prometheuses of releases that load the rules. */
export const offExporters = memoByContext((context): readonly OffExporter[] => {
  const found = new Map<string, OffExporter>();
  const offOf = new Map<Instance, Off | undefined>();
  for (const { instance, monitor: rule, state } of context.simulation.ruleOutcomes) {
    const stack = modelledFrom(instance.object);
    if (state !== 'selected' || stack === undefined || instance.object.object.kind !== 'Prometheus') {
      continue;
    }
    if (!offOf.has(instance)) {
      offOf.set(instance, offAt(context, instance, stack));
    }
    for (const one of offIn(rule, instance, offOf.get(instance))) {
      const key = JSON.stringify([rule.object.metadata.namespace, rule.object.metadata.name, one.field, one.component]);
      if (!found.has(key)) {
        found.set(key, { ...one, stack, instance, rule });
      }
    }
  }
  return [...found.values()];
});

/** Whether a rule asks for a part that is switched off: `rule/exporter-off` says so. */
export function offSeries(context: CheckContext): (asked: Pick<OffExporter, 'rule' | 'field'>) => boolean {
  const fields = new Map<SourcedObject, Set<string>>();
  for (const { rule, field } of offExporters(context)) {
    fields.set(rule, (fields.get(rule) ?? new Set()).add(field));
  }
  return ({ rule, field }) => fields.get(rule)?.has(field) === true;
}

interface Off {
  readonly components: ReadonlySet<string>;
}

/** What is switched off, and not there in another way; `undefined` where nobody can tell. */
function offAt(context: CheckContext, instance: Instance, stack: StackSpec): Off | undefined {
  const known = knownSeries(context, instance);
  if (stack.partial === true || known === undefined) {
    return undefined;
  }
  const on = new Set(
    context.prepared.stacks.flatMap((one) => ownMonitors(releaseOfStack(one)).map((own) => own.component)),
  );
  const off = Object.keys(SWITCHES).filter(
    (component) => !on.has(component) && !known.sources.some((source) => mayExpose(component, source)),
  );
  return { components: new Set(off) };
}

function mayExpose(component: string, { target: { job, service, pod, container } }: SeriesSource): boolean {
  const names = [job, service, pod, container].filter((name) => name !== undefined);
  return names.length === 0 || names.some((name) => mayBe(component, name));
}

function offIn(rule: SourcedObject, { settings }: Instance, off: Off | undefined) {
  const groups = off === undefined || off.components.size === 0 ? [] : listOf(rule.object.spec?.groups);
  return groups.flatMap((group, i) =>
    listOf(group?.rules).flatMap((one, j) => {
      const expr = String(one?.expr ?? '');
      const { series } = settings.version ? checkExpression(expr, { version: settings.version }) : { series: [] };
      return series.flatMap((asked) => {
        const component = componentOf(asked);
        const text = expr.slice(asked.from, asked.to);
        return component !== undefined && off?.components.has(component)
          ? [{ field: `spec.groups[${i}].rules[${j}]`, series: asked, text, component }]
          : [];
      });
    }),
  );
}

/** The part that has the series: by its job, or by its name where the job is that of the part or left open. */
function componentOf({ metric, matchers }: AskedSeries): string | undefined {
  const job = matchers.find(({ label, op }) => label === 'job' && (op === '=' || op === '=~'));
  const byName = metric === undefined || metric.includes(':') ? undefined : exporterOf(metric);
  if (job === undefined) {
    return byName;
  }
  if (job.op === '=' && job.value in SWITCHES) {
    return job.value;
  }
  return byName !== undefined && mayBe(byName, job.value) ? byName : undefined;
}

function listOf(value: unknown): any[] {
  return Array.isArray(value) ? value : [];
}
