import { Level } from '../../report/finding';
import type { SourcedObject } from '../../simulator/kube-object';
import { describeInstance } from '../../simulator/operator/instance';
import { nameOf } from '../../simulator/operator/problem';
import type { RelabelRule } from '../../simulator/relabel/relabel-rule';
import type { LostTarget } from '../../simulator/targets/job-targets';
import type { Check, Draft } from '../check';
import type { BrokenEndpoint } from '../check-context';
import { listText, quoted } from '../list-text';

/**
 * An endpoint with the right port, of which relabelings drop every target.
 *
 * Mirrors: Prometheus v3.14 `model/relabel/relabel.go`, `relabel`; prometheus-operator v0.93 `pkg/prometheus/promcfg.go`:
 * the rules of the scrape class run before those of the endpoint.
 *
 * Stays silent where a rule reads what only a cluster has: addresses, nodes, names that controllers make up. Only warns
 * where it reads of which container a target is, since a mesh may inject that one.
 */
export const relabeledAway: Check = {
  id: 'monitor/relabeled-away',
  level: Level.ERROR,
  summary: 'relabelings drop every target of the endpoint',
  why: 'Prometheus lists the targets as dropped and scrapes none of them.',
  *run({ broken }) {
    const ofClasses = new Map<SourcedObject, Map<string, BrokenEndpoint[]>>();
    for (const one of broken) {
      if (one.cause.reason !== 'relabeled') {
        continue;
      }
      const [first] = one.cause.rules;
      if (one.cause.rules.some(({ reason }) => reason === 'user')) {
        yield draftOf(one, one.cause.lost);
        continue;
      }
      const instance = one.jobs[0].job.instance.object;
      const byField = ofClasses.get(instance) ?? new Map<string, BrokenEndpoint[]>();
      ofClasses.set(instance, byField);
      byField.set(first.field, [...(byField.get(first.field) ?? []).slice(0, 99), one]);
    }
    for (const [instance, byField] of ofClasses) {
      for (const [field, list] of byField) {
        yield draftOfClass(instance, field, list);
      }
    }
  },
};

/** Labels of a container; a mesh adds containers when a pod is made, after all that manifests show. */
const OF_CONTAINER = '__meta_kubernetes_pod_container_';
const INJECTED = ' A container that is injected when the pods are made cannot be seen here.';

function draftOf({ monitor }: BrokenEndpoint, lost: readonly LostTarget[]): Draft {
  const dropped = lost.flatMap(ruleOf).find(({ rule }) => rule.origin.reason === 'user');
  const { rule, raw } = dropped as Dropped;
  const others = new Set(lost.flatMap(ruleOf).map((one) => one.rule.origin.field)).size - 1;
  const more = others > 0 ? ` What it leaves, other relabelings drop.` : '';
  const injected = rule.sourceLabels.some((name) => name.startsWith(OF_CONTAINER));
  return {
    object: monitor,
    field: rule.origin.field,
    message: `${ruleText(rule)} drops every target: ${valuesText(rule, raw)}.${more}${injected ? INJECTED : ''}`,
    basis: 'absent',
    ...(injected ? { level: Level.WARNING } : {}),
    fix: { text: 'remove the relabeling, or change its regex so that it fits what is there.' },
  };
}

function draftOfClass(instance: SourcedObject, field: string, list: readonly BrokenEndpoint[]): Draft {
  const [{ cause, monitor }] = list;
  const { rule, raw } = (cause.reason === 'relabeled' ? cause.lost : []).flatMap(ruleOf)[0];
  const monitors = list.map((one) => nameOf(one.monitor));
  return {
    object: instance,
    field,
    message: `${ruleText(rule)} in a scrape class of ${describeInstance(instance)} drops every target of ${listText(monitors, 3)}: ${valuesText(rule, raw)}.`,
    basis: 'absent',
    fix: { text: 'remove the relabeling from the class, or name another class: scrapeClass in the monitor.' },
    related: [{ object: monitor, field: 'spec.scrapeClass', message: 'gets the class' }],
  };
}

interface Dropped {
  readonly rule: RelabelRule;
  readonly raw: LostTarget['raw'];
}

function ruleOf({ outcome, raw }: LostTarget): Dropped[] {
  return outcome.outcome === 'dropped' ? [{ rule: outcome.droppedBy, raw }] : [];
}

function ruleText({ action, sourceLabels, regex }: RelabelRule): string {
  return `The relabeling with action ${action}, sourceLabels [${sourceLabels.join(', ')}] and regex ${quoted(regex)}`;
}

/** What the rule has read, as far as discovery has set it. */
function valuesText({ sourceLabels }: RelabelRule, { labels }: LostTarget['raw']): string {
  const meta = sourceLabels.filter((name) => name.startsWith('__meta_'));
  const values = meta.map((name) =>
    labels[name] === undefined ? `${name} is not there` : `${name} is ${quoted(labels[name])}`,
  );
  return values.length === 0 ? 'none has the values that it asks for' : `for example, ${listText(values)}`;
}
