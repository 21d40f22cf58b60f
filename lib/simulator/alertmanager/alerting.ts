import type { SourcedObject } from '../kube-object';
import type { ObjectLookup } from '../operator/object-lookup';
import type { OperatorSettings } from '../operator/operator-settings';
import { counts, type Extent, nameOf, namespaceOf, type Problem } from '../operator/problem';
import { type BaseConfiguration, baseConfiguration } from './base-configuration';
import type { Configuration } from './configuration';
import { convertConfig } from './convert-config';
import { type AlertmanagerInstance, findAlertmanagers } from './find-alertmanagers';
import { harmOf } from './harmful-config';
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

/** What becomes of Alertmanagers and AlertmanagerConfigs. Everything is computed when it is asked for, and once only. */
export class Alerting {
  /** Every Alertmanager, in order of namespace and name. */
  public readonly instances: readonly AlertmanagerInstance[];

  private readonly routings = new Map<AlertmanagerInstance, AlertmanagerRouting>();
  private readonly bases = new Map<AlertmanagerInstance, BaseConfiguration>();
  private selected: readonly ConfigOutcome[] | undefined;

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
    return this.outcomes.filter((outcome) => outcome.config === config);
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
    const globals = this.baseOf(instance).configuration?.globals;
    return this.takenBy(instance).flatMap(({ config }) => harmOf(config, globals, this.objects));
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
    return this.outcomes.filter((outcome) => outcome.instance === instance && outcome.state === 'selected');
  }

  /** Source: prometheus-operator v0.93 `pkg/alertmanager/amcfg.go`, `AddAlertmanagerConfigs`. */
  private route(instance: AlertmanagerInstance): AlertmanagerRouting {
    const undecided = this.outcomes
      .filter((outcome) => outcome.instance === instance && outcome.state === 'undecided')
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
    const broken = [...base.problems, ...this.harmAt(instance)].find(({ certainty }) => counts(certainty, this.extent));
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
    const converted = this.takenBy(instance).map(({ config }) => convertConfig(config, isBound(config, instance)));
    const withRoute = converted.filter(({ route }) => route !== undefined);
    const routes = withRoute.map(({ route }) => ({ ...(route as NonNullable<typeof route>), continue: true }));
    return {
      root: { ...base.root, routes: [...routes, ...base.root.routes] },
      receivers: [...base.receivers, ...withRoute.flatMap(({ receivers }) => receivers)],
      inhibitRules: [...base.inhibitRules, ...converted.flatMap(({ inhibitRules }) => inhibitRules)],
      timeIntervals: [...base.timeIntervals, ...withRoute.flatMap(({ timeIntervals }) => timeIntervals)],
      globals: base.globals,
    };
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
