import type { SourcedObject } from '../kube-object';
import type { ObjectLookup } from '../operator/object-lookup';
import { modelledFrom } from '../stack/modelled-source';
import type { StackSpec } from '../stack/stack-spec';
import { datasourcesOfGrafana } from './datasources';
import { filesOf, type SidecarFile, textsOf } from './files';
import { type DashboardReading, looksLikeDashboard, readDashboard } from './read-dashboard';
import { grafanaOfRelease, workloadOfRelease } from './release-grafana';
import { type Collected, type Datasource, type Grafana, missOf, type Sidecar, type SidecarMiss } from './sidecar';
import { grafanasOfWorkloads } from './workload-grafana';

/** What becomes of a ConfigMap or Secret that is meant for Grafana. */
export interface GrafanaOutcome {
  readonly object: SourcedObject;
  readonly collects: Collected;
  /** Whether it says so itself, by the key of its label; else only its content looks like it. */
  readonly labelled: boolean;
  /** Grafanas whose sidecar takes it. */
  readonly takenBy: readonly Grafana[];
  /** Why the others do not. */
  readonly misses: readonly GrafanaMiss[];
}

/** A Grafana that passes an object over. */
export interface GrafanaMiss {
  readonly grafana: Grafana;
  readonly sidecar: Sidecar;
  readonly miss: SidecarMiss;
}

/** A file that Grafana finds among its dashboards. */
export interface DashboardFile extends SidecarFile {
  readonly grafana: Grafana;
  readonly reading: DashboardReading;
}

/** What stands in for a Grafana where none is known: what kube-prometheus-stack would bring. */
const ASSUMED: Grafana = {
  name: 'Grafana',
  namespace: '',
  object: undefined,
  dashboards: {
    collects: 'dashboards',
    label: 'grafana_dashboard',
    labelValue: '',
    namespaces: undefined,
    kinds: ['ConfigMap', 'Secret'],
    folder: '/tmp/dashboards',
    folderAnnotation: 'k8s-sidecar-target-directory',
    uniqueNames: false,
    foldersFromFiles: undefined,
    certain: false,
  },
  datasources: undefined,
  ownDatasources: undefined,
  ownFiles: [],
};

/** What Grafanas make of ConfigMaps and Secrets. Everything is computed when it is asked for, and once only. */
export class Dashboards {
  /** Every Grafana with sidecars: those of releases, then those given as workloads. */
  public readonly grafanas: readonly Grafana[];
  /** Whether none has a sidecar for dashboards, so that one with default settings was assumed. */
  public readonly assumed: boolean;

  /** Several Grafanas may find one file. */
  private readonly readings = new Map<string, DashboardReading>();
  private found: readonly GrafanaOutcome[] | undefined;
  private written: readonly DashboardFile[] | undefined;

  constructor(
    private readonly objects: ObjectLookup,
    stacks: readonly StackSpec[],
  ) {
    const given = grafanasOfWorkloads(objects);
    const keys = new Set(
      given.map(({ object }) => `${object?.object.metadata.namespace}/${object?.object.metadata.name}`),
    );
    const releases = stacks.filter((stack) => !keys.has(workloadOfRelease(stack)));
    const all = [...releases.flatMap((stack) => grafanaOfRelease(stack) ?? []), ...given];
    this.assumed = !all.some(({ dashboards }) => dashboards !== undefined);
    this.grafanas = this.assumed ? [...all, ASSUMED] : all;
  }

  /** Every ConfigMap and Secret that is meant for Grafana, in order of kind, namespace and name. */
  public get outcomes(): readonly GrafanaOutcome[] {
    this.found ??= (['ConfigMap', 'Secret'] as const)
      .flatMap((kind) => this.objects.byKind(kind))
      .filter((object) => modelledFrom(object) === undefined)
      .flatMap((object) => [...this.outcomeOf(object, 'dashboards'), ...this.outcomeOf(object, 'datasources')]);
    return this.found;
  }

  /** The files that Grafanas find among their dashboards, in order of Grafana, object and key. */
  public get files(): readonly DashboardFile[] {
    this.written ??= this.grafanas.flatMap((grafana) => {
      const { dashboards } = grafana;
      return dashboards === undefined
        ? []
        : this.takenBy(grafana, 'dashboards')
            .flatMap((object) => filesOf(dashboards, object))
            .map((file) => ({ ...file, grafana, reading: this.read(file) }));
    });
    return this.written;
  }

  /** The datasources of a Grafana; `undefined` where not all are known. */
  public datasourcesOf(grafana: Grafana): readonly Datasource[] | undefined {
    return datasourcesOfGrafana(grafana, this.takenBy(grafana, 'datasources'));
  }

  private takenBy(grafana: Grafana, collects: Collected): SourcedObject[] {
    return this.outcomes
      .filter((outcome) => outcome.collects === collects && outcome.takenBy.includes(grafana))
      .map(({ object }) => object);
  }

  private outcomeOf(object: SourcedObject, collects: Collected): GrafanaOutcome[] {
    const takenBy: Grafana[] = [];
    const misses: GrafanaMiss[] = [];
    for (const grafana of this.grafanas) {
      const sidecar = grafana[collects];
      const miss = sidecar && missOf(sidecar, object);
      if (sidecar !== undefined && miss === undefined) {
        takenBy.push(grafana);
      } else if (sidecar !== undefined && miss !== undefined) {
        misses.push({ grafana, sidecar, miss });
      }
    }
    const labelled = takenBy.length > 0 || misses.some(({ miss }) => miss !== 'label');
    const isMeant =
      labelled || (collects === 'dashboards' && textsOf(object).some(({ text }) => looksLikeDashboard(text)));
    return isMeant ? [{ object, collects, labelled, takenBy, misses }] : [];
  }

  private read({ object, field, text, name }: SidecarFile): DashboardReading {
    if (!name.endsWith('.json')) {
      return { state: 'unknown' };
    }
    const { kind, metadata } = object.object;
    const key = JSON.stringify([kind, metadata.namespace, metadata.name, field]);
    const reading = this.readings.get(key) ?? readDashboard(text);
    this.readings.set(key, reading);
    return reading;
  }
}
