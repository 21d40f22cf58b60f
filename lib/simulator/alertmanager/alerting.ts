import type { SourcedObject } from '../kube-object';
import type { ObjectLookup } from '../operator/object-lookup';
import type { OperatorSettings } from '../operator/operator-settings';
import { counts, type Extent, nameOf, namespaceOf, type Problem } from '../operator/problem';
import { type BaseConfiguration, baseConfiguration } from './base-configuration';
import type { Configuration } from './configuration';
import { convertConfig } from './convert-config';
import { type AlertmanagerInstance, findAlertmanagers } from './find-alertmanagers';
import { harmOf, isFailure, isPoison } from './harmful-config';
import { asOldAsVersion } from './old-versions';
import { type ConfigOutcome, selectConfigs } from './select-configs';

/** The configuration that an Alertmanager ends up with. */
export interface AlertmanagerRouting {
  readonly instance: AlertmanagerInstance;
  /** `undefined` where it is not known. */
  readonly configuration: Configuration | undefined;
  /** Why it is not known. */
  readonly unknown?: string;
  /** AlertmanagerConfigs of which nobody can tell whether they are part of it; they are left out. */
  readonly undecided: readonly SourcedObject[];
}

/** What becomes of the configuration of an Alertmanager. */
export interface AlertmanagerVerdict {
  /**
   * - `ignored`: the Operator makes none
   * - `failed`: the Operator fails on it
   * - `refused`: Alertmanager refuses what the Operator made
   * - `loaded`: Alertmanager runs with it, as far as the objects tell
   */
  readonly state: 'ignored' | 'failed' | 'refused' | 'loaded';
  /** Reasons of the state. */
  readonly problems: readonly Problem[];
}

/** What becomes of Alertmanagers and AlertmanagerConfigs. Everything is computed when it is asked for, and once only. */
export class Alerting {
  /** Every Alertmanager, in order of namespace and name. */
  public readonly instances: readonly AlertmanagerInstance[];

  private readonly routings = new Map<AlertmanagerInstance, AlertmanagerRouting>();
  private readonly bases = new Map<AlertmanagerInstance, BaseConfiguration>();
  private readonly harms = new Map<AlertmanagerInstance, readonly Problem[]>();
  private selected: readonly ConfigOutcome[] | undefined;
  private byConfig: ReadonlyMap<SourcedObject, readonly ConfigOutcome[]> | undefined;
  private byInstance: ReadonlyMap<AlertmanagerInstance, readonly ConfigOutcome[]> | undefined;

  constructor(
    private readonly objects: ObjectLookup,
    operators: readonly OperatorSettings[],
    private readonly extent: Extent,
  ) {
    this.instances = findAlertmanagers(objects, operators);
  }

  /** Every AlertmanagerConfig, in order of namespace and name. */
  public get configs(): readonly SourcedObject[] {
    return this.objects.byKind('AlertmanagerConfig');
  }

  /** What becomes of every AlertmanagerConfig at every managed Alertmanager, in their order. */
  public get outcomes(): readonly ConfigOutcome[] {
    this.selected ??= selectConfigs(this.instances, this.objects, this.extent);
    return this.selected;
  }

  /** What becomes of one AlertmanagerConfig at every managed Alertmanager. */
  public outcomesOf(config: SourcedObject): readonly ConfigOutcome[] {
    this.byConfig ??= groupBy(this.outcomes, (outcome) => outcome.config);
    return this.byConfig.get(config) ?? [];
  }

  /** What becomes of all AlertmanagerConfigs at one Alertmanager. */
  public outcomesAt(instance: AlertmanagerInstance): readonly ConfigOutcome[] {
    this.byInstance ??= groupBy(this.outcomes, (outcome) => outcome.instance);
    return this.byInstance.get(instance) ?? [];
  }

  /** What the configuration of an Alertmanager begins with. */
  public baseOf(instance: AlertmanagerInstance): BaseConfiguration {
    let base = this.bases.get(instance);
    if (base === undefined) {
      base = baseConfiguration(instance, this.objects, this.extent);
      this.bases.set(instance, base);
    }
    return base;
  }

  /** What the AlertmanagerConfigs that an Alertmanager takes do to its configuration as a whole. */
  public harmAt(instance: AlertmanagerInstance): readonly Problem[] {
    let harm = this.harms.get(instance);
    if (harm === undefined) {
      const globals = this.baseOf(instance).configuration?.globals;
      harm = this.takenBy(instance).flatMap(({ config }) => harmOf(config, globals, this.objects));
      this.harms.set(instance, harm);
    }
    return harm;
  }

  /** Whether an Alertmanager runs with what its configuration is to be. */
  public verdictOf(instance: AlertmanagerInstance): AlertmanagerVerdict {
    switch (instance.state) {
      case 'unseen':
      case 'paused':
        return { state: 'ignored', problems: [] };
      case 'frozen':
        return { state: 'failed', problems: instance.problems };
      default: {
        const effective = (problems: readonly Problem[]): Problem[] =>
          problems.filter(({ certainty }) => counts(certainty, this.extent));
        const base = effective(this.baseOf(instance).problems);
        const harm = effective(this.harmAt(instance));
        const failures = [...base, ...harm].filter(
          (problem) => isFailure(problem) || (instance.state === 'managed' && !isPoison(problem)),
        );
        const refusals = [...base, ...harm];
        return failures.length > 0
          ? { state: 'failed', problems: failures }
          : { state: refusals.length > 0 ? 'refused' : 'loaded', problems: refusals };
      }
    }
  }

  /** The configuration of an Alertmanager. */
  public routingOf(instance: AlertmanagerInstance): AlertmanagerRouting {
    let routing = this.routings.get(instance);
    if (routing === undefined) {
      routing = this.route(instance);
      this.routings.set(instance, routing);
    }
    return routing;
  }

  private takenBy(instance: AlertmanagerInstance): readonly ConfigOutcome[] {
    return this.outcomesAt(instance).filter(({ state }) => state === 'selected');
  }

  /** Source: prometheus-operator v0.93 `pkg/alertmanager/amcfg.go`, `AddAlertmanagerConfigs`. */
  private route(instance: AlertmanagerInstance): AlertmanagerRouting {
    const undecided = this.outcomesAt(instance)
      .filter(({ state }) => state === 'undecided')
      .map(({ config }) => config);
    const unknown = (reason: string): AlertmanagerRouting => ({
      instance,
      configuration: undefined,
      unknown: reason,
      undecided,
    });
    const reason = STATES[instance.state];
    if (reason !== undefined) {
      return unknown(reason);
    }
    const base = this.baseOf(instance);
    const [broken] = this.verdictOf(instance).problems;
    if (base.unknown !== undefined && broken === undefined) {
      return unknown(base.unknown);
    }
    if (base.configuration === undefined || broken !== undefined) {
      return unknown(
        broken === undefined
          ? 'its configuration cannot be read'
          : `${nameOf(broken.object)} breaks it: ${broken.field}`,
      );
    }
    return { instance, configuration: this.merged(instance, base.configuration), undecided };
  }

  private merged(instance: AlertmanagerInstance, base: Configuration): Configuration {
    const converted = this.takenBy(instance).map(({ config }) =>
      convertConfig(config, isBound(config, instance), instance.version),
    );
    const withRoute = converted.filter(({ route }) => route !== undefined);
    const routes = withRoute.map(({ route }) => ({ ...(route as NonNullable<typeof route>), continue: true }));
    const merged = {
      root: { ...base.root, routes: [...routes, ...base.root.routes] },
      receivers: [...base.receivers, ...withRoute.flatMap(({ receivers }) => receivers)],
      inhibitRules: [...base.inhibitRules, ...converted.flatMap(({ inhibitRules }) => inhibitRules)],
      timeIntervals: [...base.timeIntervals, ...withRoute.flatMap(({ timeIntervals }) => timeIntervals)],
      globals: base.globals,
    };
    return instance.state === 'own' ? merged : asOldAsVersion(merged, instance.version);
  }
}

const STATES: { readonly [state in AlertmanagerInstance['state']]: string | undefined } = {
  unseen: 'no Operator takes care of it',
  paused: 'it is paused, so it keeps the configuration that it had',
  frozen: 'the Operator fails on it, so it keeps the configuration that it had',
  own: undefined,
  managed: undefined,
};

/**
 * Whether the routes of an AlertmanagerConfig get a matcher on its namespace.
 *
 * Source: prometheus-operator v0.93 `pkg/alertmanager/amcfg.go`, `getEnforcer`.
 */
export function isBound(config: SourcedObject, { object }: AlertmanagerInstance): boolean {
  switch (object.object.spec?.alertmanagerConfigMatcherStrategy?.type) {
    case 'None':
      return false;
    case 'OnNamespaceExceptForAlertmanagerNamespace':
      return namespaceOf(config.object) !== namespaceOf(object.object);
    default:
      return true;
  }
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
}
