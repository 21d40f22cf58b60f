import type { ValuesCheck } from '../check-values';
import { truthy } from '../facts/selection';
import type { Values } from '../values';

const GRAFANA = 'grafana';
const DATASOURCES = `${GRAFANA}.sidecar.datasources`;
const DASHBOARDS = `${GRAFANA}.sidecar.dashboards`;
const STATEFUL = ['sts', 'StatefulSet', 'statefulset'];

/** What cannot work in Grafana. */
export function checkGrafana(check: ValuesCheck): void {
  operatorFolder(check);
  if (!check.flag(`${GRAFANA}.enabled`, true)) {
    return;
  }
  dataSources(check);
  volume(check);
  replicas(check);
  folders(check);
  providers(check);
  administrator(check);
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/grafana/configmaps-datasources.yaml`. */
function dataSources(check: ValuesCheck): void {
  const own = check.flag(`${DATASOURCES}.enabled`, true) && check.flag(`${DATASOURCES}.defaultDatasourceEnabled`, true);
  const alertmanager = own && check.flag(`${DATASOURCES}.alertmanager.enabled`, true);
  const text = (path: string, chartDefault: string) => check.value(`${DATASOURCES}.${path}`) ?? chartDefault;
  const provisioned: Values[] = [
    ...(own
      ? [
          {
            name: text('name', 'Prometheus'),
            uid: text('uid', 'prometheus'),
            isDefault: check.flag(`${DATASOURCES}.isDefaultDatasource`, true),
          },
        ]
      : []),
    ...(alertmanager
      ? [{ name: text('alertmanager.name', 'Alertmanager'), uid: text('alertmanager.uid', 'alertmanager') }]
      : []),
  ];
  check.list(`${GRAFANA}.additionalDataSources`).forEach((source: any, index) => {
    const path = `${GRAFANA}.additionalDataSources`;
    const sameOrganization = provisioned.filter((other) => (other.orgId ?? 1) === (source?.orgId ?? 1));
    const rival = sameOrganization.find((other) => other.isDefault === true);
    if (source?.isDefault === true && rival !== undefined) {
      check.addBelow(
        path,
        `[${index}].isDefault`,
        `"${rival.name}" is the default already, and with two of them Grafana does not start.`,
        provisioned.indexOf(rival) === 0 && own
          ? 'set grafana.sidecar.datasources.isDefaultDatasource to false.'
          : 'keep one of them.',
      );
    }
    for (const key of ['name', 'uid']) {
      if (source?.[key] !== undefined && sameOrganization.some((other) => other[key] === source[key])) {
        check.addBelow(
          path,
          `[${index}].${key}`,
          `"${source[key]}" is the ${key} of another data source, so one of the two is lost or refused.`,
          'rename it.',
        );
      }
    }
    provisioned.push(source ?? {});
  });
}

function volume(check: ValuesCheck): void {
  const path = `${GRAFANA}.persistence`;
  const modes: any[] = check.given(`${path}.accessModes`) ? check.list(`${path}.accessModes`) : ['ReadWriteOnce'];
  const stateful = STATEFUL.includes(check.value(`${path}.type`)) || check.flag(`${GRAFANA}.useStatefulSet`, false);
  if (!check.flag(`${path}.enabled`, false)) {
    return;
  }
  if (stateful && truthy(check.value(`${path}.existingClaim`))) {
    check.add(`${path}.existingClaim`, 'a StatefulSet makes claims of its own.', 'use the type pvc, or leave it out.');
  }
  if (
    !stateful &&
    !truthy(check.value(`${path}.existingClaim`)) &&
    modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod') &&
    (check.value(`${GRAFANA}.deploymentStrategy.type`) ?? 'RollingUpdate') === 'RollingUpdate'
  ) {
    check.add(
      path,
      'a rolling update starts the new pod while the old one holds the volume, which only one node may mount: the upgrade hangs.',
      'set grafana.deploymentStrategy.type to Recreate, or grafana.persistence.type to sts.',
    );
  }
}

function replicas(check: ValuesCheck): void {
  const count = check.value(`${GRAFANA}.replicas`);
  const variables = Object.keys({ ...check.map(`${GRAFANA}.env`), ...check.map(`${GRAFANA}.envValueFrom`) });
  const database =
    truthy(check.value(`${GRAFANA}.grafana\\.ini.database`)) ||
    variables.some((name) => name.startsWith('GF_DATABASE_')) ||
    ['envFromSecret', 'envFromSecrets', 'envFromConfigMaps'].some((key) => truthy(check.value(`${GRAFANA}.${key}`)));
  if (count > 1 && !database) {
    check.add(
      `${GRAFANA}.replicas`,
      `${count} pods would each have a database of their own, so that logins and changes come and go.`,
      'name a database in the section database of grafana.ini, or keep one replica.',
    );
  }
}

function folders(check: ValuesCheck): void {
  const fromFiles = `${DASHBOARDS}.provider.foldersFromFilesStructure`;
  if (truthy(check.value(`${DASHBOARDS}.folderAnnotation`)) && !check.flag(fromFiles, false)) {
    check.add(
      `${DASHBOARDS}.folderAnnotation`,
      'makes no folders in Grafana without provider.foldersFromFilesStructure: all dashboards land in one.',
      'set grafana.sidecar.dashboards.provider.foldersFromFilesStructure to true.',
    );
  }
  for (const key of ['folder', 'folderUid']) {
    if (truthy(check.value(`${DASHBOARDS}.provider.${key}`)) && check.flag(fromFiles, false)) {
      check.add(
        `${DASHBOARDS}.provider.${key}`,
        'has no effect beside foldersFromFilesStructure.',
        'keep one of the two.',
      );
    }
  }
}

function providers(check: ValuesCheck): void {
  for (const key of ['dashboards', 'dashboardsConfigMaps']) {
    if (truthy(check.value(`${GRAFANA}.${key}`)) && !truthy(check.value(`${GRAFANA}.dashboardProviders`))) {
      check.add(
        `${GRAFANA}.${key}`,
        'Grafana loads nothing of it without a provider.',
        'add grafana.dashboardProviders.',
      );
    }
  }
}

function administrator(check: ValuesCheck): void {
  const secret = `${GRAFANA}.admin.existingSecret`;
  if (truthy(check.value(secret)) && truthy(check.value(`${GRAFANA}.adminUser`))) {
    check.add(
      `${GRAFANA}.adminUser`,
      `has no effect beside ${check.field(secret)}: the name is in that Secret.`,
      'leave it out.',
    );
  }
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/grafana/dashboards-1.14/*.yaml`, `fail` of each. */
function operatorFolder(check: ValuesCheck): void {
  const path = `${GRAFANA}.operator`;
  if (!check.flag(`${path}.dashboardsConfigMapRefEnabled`, false)) {
    return;
  }
  const folder = check.given(`${path}.folder`) ? check.value(`${path}.folder`) : 'General';
  const given = [
    ['folder', folder],
    ['folderUID', check.value(`${path}.folderUID`)],
    ['folderRef', check.value(`${path}.folderRef`)],
  ].filter(([, value]) => truthy(value));
  if (given.length !== 1) {
    check.add(
      path,
      given.length === 0
        ? 'has no folder, and the chart cannot be rendered without one.'
        : `has ${given.map(([key]) => key).join(' and ')}, and the chart can be rendered with one of them only.`,
      "keep one of folder, folderUID and folderRef; in `values`, folder: '' takes away the default of the chart.",
    );
  }
  if (!truthy(check.value(`${path}.matchLabels`))) {
    check.add(
      path,
      'has no matchLabels, and the chart cannot be rendered without them.',
      'add matchLabels with the labels of the Grafana object.',
    );
  }
}
