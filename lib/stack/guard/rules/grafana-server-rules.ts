import { truthy } from '../../facts/selection';
import type { Values } from '../../values';
import type { GuardedValues } from '../guarded-values';

const GRAFANA = 'grafana';
const DATASOURCES = `${GRAFANA}.sidecar.datasources`;
const DASHBOARDS = `${GRAFANA}.sidecar.dashboards`;
const STATEFUL = ['sts', 'StatefulSet', 'statefulset'];

/** What cannot work in Grafana. */
export function grafanaServerRules(values: GuardedValues): void {
  operatorFolder(values);
  if (!values.flag(`${GRAFANA}.enabled`, true)) {
    return;
  }
  dataSources(values);
  volume(values);
  replicas(values);
  folders(values);
  providers(values);
  administrator(values);
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/grafana/configmaps-datasources.yaml`. */
function dataSources(values: GuardedValues): void {
  const own =
    values.flag(`${DATASOURCES}.enabled`, true) && values.flag(`${DATASOURCES}.defaultDatasourceEnabled`, true);
  const alertmanager = own && values.flag(`${DATASOURCES}.alertmanager.enabled`, true);
  const text = (path: string, chartDefault: string) => values.at(`${DATASOURCES}.${path}`) ?? chartDefault;
  const provisioned: Values[] = [
    ...(own
      ? [
          {
            name: text('name', 'Prometheus'),
            uid: text('uid', 'prometheus'),
            isDefault: values.flag(`${DATASOURCES}.isDefaultDatasource`, true),
          },
        ]
      : []),
    ...(alertmanager
      ? [{ name: text('alertmanager.name', 'Alertmanager'), uid: text('alertmanager.uid', 'alertmanager') }]
      : []),
  ];
  values.list(`${GRAFANA}.additionalDataSources`).forEach((source: any, index) => {
    const path = `${GRAFANA}.additionalDataSources`;
    const sameOrganization = provisioned.filter((other) => (other.orgId ?? 1) === (source?.orgId ?? 1));
    const rival = sameOrganization.find((other) => other.isDefault === true);
    if (source?.isDefault === true && rival !== undefined) {
      values.refuse(
        `${path}[${index}].isDefault`,
        `"${rival.name}" is the default already, and with two of them Grafana does not start.`,
        provisioned.indexOf(rival) === 0 && own
          ? 'set grafana.sidecar.datasources.isDefaultDatasource to false.'
          : 'keep one of them.',
      );
    }
    for (const key of ['name', 'uid']) {
      if (source?.[key] !== undefined && sameOrganization.some((other) => other[key] === source[key])) {
        values.refuse(
          `${path}[${index}].${key}`,
          `"${source[key]}" is the ${key} of another data source, so one of the two is lost or refused.`,
          'rename it.',
        );
      }
    }
    provisioned.push(source ?? {});
  });
}

function volume(values: GuardedValues): void {
  const path = `${GRAFANA}.persistence`;
  const modes: readonly any[] = values.given(`${path}.accessModes`)
    ? values.list(`${path}.accessModes`)
    : ['ReadWriteOnce'];
  const stateful = STATEFUL.includes(values.at(`${path}.type`)) || values.flag(`${GRAFANA}.useStatefulSet`, false);
  if (!values.flag(`${path}.enabled`, false)) {
    return;
  }
  if (stateful && truthy(values.at(`${path}.existingClaim`))) {
    values.refuse(
      `${path}.existingClaim`,
      'a StatefulSet makes claims of its own.',
      'use the type pvc, or leave it out.',
    );
  }
  if (
    !stateful &&
    !truthy(values.at(`${path}.existingClaim`)) &&
    modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod') &&
    (values.at(`${GRAFANA}.deploymentStrategy.type`) ?? 'RollingUpdate') === 'RollingUpdate'
  ) {
    values.refuse(
      path,
      'a rolling update starts the new pod while the old one holds the volume, which only one node may mount: the upgrade hangs.',
      'set grafana.deploymentStrategy.type to Recreate, or grafana.persistence.type to sts.',
    );
  }
}

function replicas(values: GuardedValues): void {
  const count = values.at(`${GRAFANA}.replicas`);
  const variables = Object.keys({ ...values.map(`${GRAFANA}.env`), ...values.map(`${GRAFANA}.envValueFrom`) });
  const database =
    truthy(values.at(`${GRAFANA}.grafana\\.ini.database`)) ||
    variables.some((name) => name.startsWith('GF_DATABASE_')) ||
    ['envFromSecret', 'envFromSecrets', 'envFromConfigMaps'].some((key) => truthy(values.at(`${GRAFANA}.${key}`)));
  if (count > 1 && !database) {
    values.refuse(
      `${GRAFANA}.replicas`,
      `${count} pods would each have a database of their own, so that logins and changes come and go.`,
      'name a database in the section database of grafana.ini, or keep one replica.',
    );
  }
}

function folders(values: GuardedValues): void {
  const fromFiles = `${DASHBOARDS}.provider.foldersFromFilesStructure`;
  if (truthy(values.at(`${DASHBOARDS}.folderAnnotation`)) && !values.flag(fromFiles, false)) {
    values.refuse(
      `${DASHBOARDS}.folderAnnotation`,
      'makes no folders in Grafana without provider.foldersFromFilesStructure: all dashboards land in one.',
      'set grafana.sidecar.dashboards.provider.foldersFromFilesStructure to true.',
    );
  }
  for (const key of ['folder', 'folderUid']) {
    if (truthy(values.at(`${DASHBOARDS}.provider.${key}`)) && values.flag(fromFiles, false)) {
      values.refuse(
        `${DASHBOARDS}.provider.${key}`,
        'has no effect beside foldersFromFilesStructure.',
        'keep one of the two.',
      );
    }
  }
}

function providers(values: GuardedValues): void {
  for (const key of ['dashboards', 'dashboardsConfigMaps']) {
    if (truthy(values.at(`${GRAFANA}.${key}`)) && !truthy(values.at(`${GRAFANA}.dashboardProviders`))) {
      values.refuse(
        `${GRAFANA}.${key}`,
        'Grafana loads nothing of it without a provider.',
        'add grafana.dashboardProviders.',
      );
    }
  }
}

function administrator(values: GuardedValues): void {
  const secret = `${GRAFANA}.admin.existingSecret`;
  if (truthy(values.at(secret)) && truthy(values.at(`${GRAFANA}.adminUser`))) {
    values.refuse(
      `${GRAFANA}.adminUser`,
      `has no effect beside ${secret}: the name is in that Secret.`,
      'leave it out.',
    );
  }
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/grafana/dashboards-1.14/*.yaml`, `fail` of each. */
function operatorFolder(values: GuardedValues): void {
  const path = `${GRAFANA}.operator`;
  if (!values.flag(`${path}.dashboardsConfigMapRefEnabled`, false)) {
    return;
  }
  const folder = values.given(`${path}.folder`) ? values.at(`${path}.folder`) : 'General';
  const given = [
    ['folder', folder],
    ['folderUID', values.at(`${path}.folderUID`)],
    ['folderRef', values.at(`${path}.folderRef`)],
  ].filter(([, value]) => truthy(value));
  if (given.length !== 1) {
    values.refuse(
      path,
      given.length === 0
        ? 'has no folder, and the chart cannot be rendered without one.'
        : `has ${given.map(([key]) => key).join(' and ')}, and the chart can be rendered with one of them only.`,
      "keep one of folder, folderUID and folderRef; in `values`, folder: '' takes away the default of the chart.",
    );
  }
  if (!truthy(values.at(`${path}.matchLabels`))) {
    values.refuse(
      path,
      'has no matchLabels, and the chart cannot be rendered without them.',
      'add matchLabels with the labels of the Grafana object.',
    );
  }
}
