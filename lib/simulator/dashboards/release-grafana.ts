import { isPlainObject } from '../../private/plain-object';
import { grafanaFacts, type SidecarFacts } from '../../stack/facts/grafana';
import { ownDashboards } from '../../stack/facts/own-dashboards';
import type { Release } from '../../stack/facts/release';
import { truthy } from '../../stack/facts/selection';
import { releaseOfStack } from '../stack/release-of-stack';
import type { StackSpec } from '../stack/stack-spec';
import type { Collected, Datasource, Grafana, Sidecar } from './sidecar';

const SIDECAR = 'grafana.sidecar';

/**
 * The Grafana of a release of kube-prometheus-stack; `undefined` where it has none.
 *
 * Source: helm-charts of Grafana, grafana 12.11.1 `templates/_pod.tpl`, with the values that kube-prometheus-stack 88.5.3
 * sets for it.
 */
export function grafanaOfRelease(stack: StackSpec): Grafana | undefined {
  const release = releaseOfStack(stack);
  const { enabled, namespace, dashboards, datasources } = grafanaFacts(release);
  if (!enabled) {
    return undefined;
  }
  const partial = stack.partial === true;
  // An annotation may send them to a folder of their own.
  const hasOwnFolder = truthy(release.values.value('grafana.sidecar.dashboards.annotations'));
  return {
    name: `Grafana of release ${stack.namespace}/${stack.release}`,
    namespace,
    object: undefined,
    dashboards: dashboards && sidecarOf(release, 'dashboards', dashboards, partial),
    datasources: datasources && sidecarOf(release, 'datasources', datasources, partial),
    ownDatasources: partial ? undefined : datasourcesOf(release),
    ownFiles: hasOwnFolder ? [] : ownDashboards(release).map((name) => `${name}.json`),
  };
}

/** Name of the workload of that Grafana, where it is given as well. */
export function workloadOfRelease(stack: StackSpec): string {
  const { namespace, name } = grafanaFacts(releaseOfStack(stack));
  return `${namespace}/${name}`;
}

function sidecarOf({ values }: Release, collects: Collected, facts: SidecarFacts, partial: boolean): Sidecar {
  const path = `${SIDECAR}.${collects}`;
  const resource = values.textOr(`${path}.resource`, 'both');
  const subfolder = values.text(`${path}.defaultFolderName`);
  const texts = [facts.label, facts.labelValue, ...(facts.namespaces ?? [])];
  const hasProvider = values.flag(`${path}.SCProvider`, true);
  return {
    collects,
    label: facts.label,
    labelValue: facts.labelValue,
    namespaces: facts.namespaces,
    kinds: resource === 'both' ? ['ConfigMap', 'Secret'] : [resource === 'secret' ? 'Secret' : 'ConfigMap'],
    folder: `${values.textOr(`${path}.folder`, '/tmp/dashboards')}${subfolder === '' ? '' : `/${subfolder}`}`,
    folderAnnotation: values.text(`${path}.folderAnnotation`) || 'k8s-sidecar-target-directory',
    uniqueNames: values.flag(`${SIDECAR}.enableUniqueFilenames`, false),
    foldersFromFiles: hasProvider ? values.flag(`${path}.provider.foldersFromFilesStructure`, false) : undefined,
    certain: !partial && texts.every((text) => !text.includes('{{')) && values.text(`${path}.resourceName`) === '',
  };
}

/**
 * The datasources that values give; `undefined` where some are not to be read.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/grafana/configmaps-datasources.yaml`.
 */
function datasourcesOf({ values }: Release): Datasource[] | undefined {
  const path = `${SIDECAR}.datasources`;
  const unread = ['grafana.additionalDataSourcesString', `${path}.createPrometheusReplicasDatasources`];
  if (unread.some((one) => truthy(values.value(one)))) {
    return undefined;
  }
  const own = values.flag(`${path}.enabled`, true) && values.flag(`${path}.defaultDatasourceEnabled`, true);
  const alertmanager = own && values.flag(`${path}.alertmanager.enabled`, true);
  const files = Object.values(values.map('grafana.datasources'));
  const given: any[] = [
    values.value('grafana.additionalDataSources'),
    ...files.map((file) => (isPlainObject(file) ? file.datasources : undefined)),
  ].flatMap((list) => (Array.isArray(list) ? list : []));
  return [
    ...(own
      ? [
          {
            uid: values.textOr(`${path}.uid`, 'prometheus'),
            name: values.textOr(`${path}.name`, 'Prometheus'),
            type: 'prometheus',
          },
        ]
      : []),
    ...(alertmanager
      ? [
          {
            uid: values.textOr(`${path}.alertmanager.uid`, 'alertmanager'),
            name: values.textOr(`${path}.alertmanager.name`, 'Alertmanager'),
            type: 'alertmanager',
          },
        ]
      : []),
    ...given.map(datasourceOf),
  ];
}

/** One datasource of a provisioning file. */
export function datasourceOf(one: any): Datasource {
  const name = String(one?.name ?? '');
  return { uid: typeof one?.uid === 'string' ? one.uid : '', name, type: String(one?.type ?? '') };
}
