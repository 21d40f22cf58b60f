import { type AlertRule, alertLabels, alertRules } from '../../simulator/alertmanager/alert-labels';
import { isBound } from '../../simulator/alertmanager/alerting';
import { convertConfig } from '../../simulator/alertmanager/convert-config';
import type { AlertmanagerInstance } from '../../simulator/alertmanager/find-alertmanagers';
import { followAlert, type SentAlert } from '../../simulator/alertmanager/follow-alert';
import { type KnownLabels, valueIn, withLabel } from '../../simulator/alertmanager/known-labels';
import { type PossibleReceivers, possibleReceivers } from '../../simulator/alertmanager/possible-receivers';
import { type Route, routesIn } from '../../simulator/alertmanager/route';
import type { SourcedObject } from '../../simulator/kube-object';
import type { Instance } from '../../simulator/operator/instance';
import { namespaceOf } from '../../simulator/operator/problem';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { CheckContext } from '../check-context';
import { memoByContext } from '../memo-by-context';

/** An alert that arrives at an Alertmanager. */
export interface ArrivedAlert {
  /** `undefined` where it is not known which Prometheus sends it. */
  readonly prometheus: Instance | undefined;
  readonly alertmanager: AlertmanagerInstance;
  /** What is known of its labels there. */
  readonly labels: KnownLabels;
  /** Where it may end. */
  readonly receivers: PossibleReceivers;
  /** AlertmanagerConfigs of its namespace that would take it, were it not for its label `namespace`. */
  readonly missed: readonly SourcedObject[];
}

/** An alert of a rule, followed to the end. */
export interface FollowedAlert {
  readonly rule: AlertRule;
  /** What is known of the labels that Prometheus gives to it. */
  readonly labels: KnownLabels;
  /** Whether the namespace among them is that of the rule, of which its expression says nothing. */
  readonly assumed: boolean;
  readonly arrived: readonly ArrivedAlert[];
  /** Whether it may also go where nobody can follow it, so that nothing is known for sure. */
  readonly elsewhere: boolean;
}

/** Every alert of the PrometheusRules that somebody wrote and that a Prometheus or a ThanosRuler loads. */
export const followedAlerts = memoByContext((context): readonly FollowedAlert[] => {
  const { simulation } = context;
  if (simulation.alerting.instances.length === 0) {
    return [];
  }
  const follower = new Follower(context);
  const loading = new Map<SourcedObject, (Instance | undefined)[]>();
  const undecided = new Set<SourcedObject>();
  for (const { instance, monitor, state } of simulation.ruleOutcomes) {
    if (state === 'undecided') {
      undecided.add(monitor);
    } else if (state === 'selected' && modelledFrom(monitor) === undefined) {
      // A ThanosRuler has its own ways, which are not looked at.
      const prometheus = instance.object.object.kind === 'ThanosRuler' ? undefined : instance;
      loading.set(monitor, [...(loading.get(monitor) ?? []), prometheus]);
    }
  }
  return [...loading]
    .filter(([object]) => !undecided.has(object))
    .flatMap(([object, instances]) => alertRules(object).map((rule) => follower.follow(rule, instances)));
});

/** The alerts of all PrometheusRules that somebody wrote, loaded or not, with what is known of their labels. */
export function alertsOfRules({ simulation }: CheckContext): readonly { rule: AlertRule; labels: KnownLabels }[] {
  const loading = new Map<SourcedObject, Instance>();
  for (const { instance, monitor, state } of simulation.ruleOutcomes) {
    if (state === 'selected' && instance.object.object.kind === 'Prometheus' && !loading.has(monitor)) {
      loading.set(monitor, instance);
    }
  }
  return simulation.lookup
    .byKind('PrometheusRule')
    .filter((object) => modelledFrom(object) === undefined)
    .flatMap((object) => alertRules(object))
    .map((rule) => ({ rule, labels: likelyLabels(rule, loading.get(rule.object)).labels }));
}

/** The labels of an alert, with the namespace of its rule where its expression says nothing of one. */
function likelyLabels(rule: AlertRule, instance: Instance | undefined): { guessed: boolean; labels: KnownLabels } {
  const sure = alertLabels(rule, instance);
  const isSaid = /\bnamespace\b/.test(rule.expression) || sure.unknown.has('namespace');
  const guessed = valueIn(sure, 'namespace') === undefined && !isSaid;
  return { guessed, labels: guessed ? withLabel(sure, 'namespace', namespaceOf(rule.object.object)) : sure };
}

/** Whether an alert is made to be dropped. */
export function isMeantToEnd({ values }: KnownLabels): boolean {
  return values.alertname === 'Watchdog' || values.severity === 'none';
}

class Follower {
  private readonly maps = new Map<AlertmanagerInstance, RouteMap>();

  constructor(private readonly context: CheckContext) {}

  public follow(rule: AlertRule, instances: readonly (Instance | undefined)[]): FollowedAlert {
    const { simulation } = this.context;
    const namespace = namespaceOf(rule.object.object);
    let elsewhere = false;
    let assumed = false;
    let labels: KnownLabels | undefined;
    const arrived: ArrivedAlert[] = [];
    for (const instance of instances) {
      const { guessed, labels: given } = likelyLabels(rule, instance);
      labels ??= given;
      assumed ||= guessed;
      const ways = followAlert(given, instance, simulation);
      elsewhere ||= ways.elsewhere;
      for (const way of ways.sent) {
        const one = this.arrive(way, namespace);
        elsewhere ||= one === undefined;
        if (one !== undefined && one !== 'dropped') {
          arrived.push(one);
        }
      }
    }
    return { rule, labels: labels as KnownLabels, assumed, arrived, elsewhere };
  }

  private arrive({ labels, ...way }: SentAlert, namespace: string): ArrivedAlert | 'dropped' | undefined {
    const routes = this.mapOf(way.alertmanager);
    if (labels === undefined || labels === 'dropped' || routes === undefined) {
      return labels === 'dropped' ? labels : undefined;
    }
    return { ...way, labels, receivers: routes.receivers(labels), missed: routes.missed(labels, namespace) };
  }

  private mapOf(instance: AlertmanagerInstance): RouteMap | undefined {
    const { alerting } = this.context.simulation;
    const { configuration, undecided } = alerting.routingOf(instance);
    if (configuration === undefined || undecided.length > 0) {
      return undefined;
    }
    let map = this.maps.get(instance);
    if (map === undefined) {
      map = new RouteMap(instance, this.context);
      this.maps.set(instance, map);
    }
    return map;
  }
}

/** The routes of one Alertmanager. Alerts that differ in no label that they ask for share one answer. */
class RouteMap {
  private readonly asked: ReadonlySet<string>;
  private readonly known = new Map<string, PossibleReceivers>();
  /** Routes of AlertmanagerConfigs that are bound to their namespace, by that. */
  private readonly bound = new Map<string, { readonly config: SourcedObject; readonly route: Route }[]>();

  constructor(
    private readonly instance: AlertmanagerInstance,
    private readonly context: CheckContext,
  ) {
    this.asked = new Set([...routesIn(this.configuration.root)].flatMap(({ matchers }) => matchers.map(nameOf)));
    for (const { config, state } of context.simulation.alerting.outcomesAt(instance)) {
      const route = state === 'selected' && isBound(config, instance) ? convertConfig(config, true).route : undefined;
      if (route !== undefined) {
        const namespace = namespaceOf(config.object);
        this.bound.set(namespace, [...(this.bound.get(namespace) ?? []), { config, route }]);
      }
    }
  }

  public receivers(labels: KnownLabels): PossibleReceivers {
    const key = JSON.stringify([...this.asked].map((name) => valueIn(labels, name) ?? null));
    let found = this.known.get(key);
    if (found === undefined) {
      found = possibleReceivers(this.configuration, labels);
      this.known.set(key, found);
    }
    return found;
  }

  public missed(labels: KnownLabels, namespace: string): readonly SourcedObject[] {
    const actual = valueIn(labels, 'namespace');
    if (actual === undefined || actual === namespace) {
      return [];
    }
    const there = withLabel(labels, 'namespace', namespace);
    return (this.bound.get(namespace) ?? [])
      .filter(({ route }) => possibleReceivers({ ...this.configuration, root: route }, there).loud)
      .map(({ config }) => config);
  }

  private get configuration() {
    const { configuration } = this.context.simulation.alerting.routingOf(this.instance);
    return configuration as NonNullable<typeof configuration>;
  }
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

/** `"Down" (namespace="shop", severity="critical")`: the labels that are known but its name. */
export function alertText({ rule, labels }: FollowedAlert): string {
  const texts = Object.entries(labels.values)
    .filter(([name, value]) => name !== 'alertname' && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}="${value}"`);
  return `"${rule.name}"${texts.length === 0 ? '' : ` (${texts.join(', ')})`}`;
}
