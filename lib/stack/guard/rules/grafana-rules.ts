import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const SIDECAR = 'grafana.sidecar';

/**
 * What is wrong with the Grafana of a release.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/grafana`; grafana 12.11.1 `templates/_pod.tpl`,
 * `templates/secret.yaml`; Grafana, provisioning of data sources.
 */
export function grafanaRules(values: GuardedValues): void {
  operatorDashboards(values);
  if (!values.flag('grafana.enabled', true)) {
    return;
  }
  dataSources(values);
  persistence(values);
  folders(values);
  if (
    values.subject.argo &&
    !truthy(values.at('grafana.admin.existingSecret')) &&
    !values.given('grafana.adminPassword')
  ) {
    values.warn(
      'grafana.admin.existingSecret',
      'is not set, so Argo CD renders a new random password each time, and Grafana restarts with each sync.',
      "grafana: { admin: { existingSecret: 'grafana-admin' } }, with the keys admin-user and admin-password in that Secret.",
    );
  }
}

function dataSources(values: GuardedValues): void {
  const own = `${SIDECAR}.datasources`;
  const on = values.flag(`${own}.enabled`, true) && values.flag(`${own}.defaultDatasourceEnabled`, true);
  const chart = on && values.flag(`${own}.isDefaultDatasource`, true);
  const defaults = values
    .list('grafana.additionalDataSources')
    .flatMap((source, index) => (source?.isDefault === true ? [index] : []));
  const surplus = chart ? defaults : defaults.slice(1);
  for (const index of surplus) {
    values.refuse(
      ['grafana', 'additionalDataSources', index, 'isDefault'],
      `is a second default data source beside ${chart ? 'the Prometheus of the chart' : `that of additionalDataSources[${defaults[0]}]`}, and Grafana does not start with two.`,
      chart
        ? 'remove it, or set grafana.sidecar.datasources.isDefaultDatasource to false.'
        : 'leave one default data source.',
    );
  }
  if (on && !values.flag('alertmanager.enabled', true) && values.flag(`${own}.alertmanager.enabled`, true)) {
    values.warn(
      'alertmanager.enabled',
      'is off, and Grafana still gets a data source for it.',
      `set ${own}.alertmanager.enabled to false as well.`,
    );
  }
}

function persistence(values: GuardedValues): void {
  const path = 'grafana.persistence';
  if (!values.flag(`${path}.enabled`, false)) {
    return;
  }
  const statefulSet =
    values.flag('grafana.useStatefulSet', false) || ['sts', 'statefulset'].includes(values.text(`${path}.type`));
  const modes = values.at(`${path}.accessModes`) ?? ['ReadWriteOnce'];
  const shared = Array.isArray(modes) && modes.includes('ReadWriteMany');
  if (!statefulSet && !shared && values.text('grafana.deploymentStrategy.type') !== 'Recreate') {
    values.warn(
      `${path}.enabled`,
      'a volume that one node can mount and the strategy RollingUpdate: an upgrade hangs where the new pod lands on another node.',
      'set grafana.deploymentStrategy.type to Recreate, or grafana.persistence.type to sts.',
    );
  }
}

function folders(values: GuardedValues): void {
  const dashboards = `${SIDECAR}.dashboards`;
  if (
    truthy(values.at(`${dashboards}.folderAnnotation`)) &&
    !values.flag(`${dashboards}.provider.foldersFromFilesStructure`, false)
  ) {
    values.warn(
      `${dashboards}.folderAnnotation`,
      'makes no folder in Grafana by itself.',
      `set ${dashboards}.provider.foldersFromFilesStructure to true.`,
    );
  }
}

function operatorDashboards(values: GuardedValues): void {
  const path = 'grafana.operator';
  if (!values.flag(`${path}.dashboardsConfigMapRefEnabled`, false)) {
    return;
  }
  if (!truthy(values.at(`${path}.matchLabels`))) {
    values.refuse(
      `${path}.dashboardsConfigMapRefEnabled`,
      `the rendering fails without ${path}.matchLabels.`,
      `give ${path}.matchLabels, the labels of your Grafana object.`,
    );
  }
  const others = ['folderUID', 'folderRef'].filter((key) => truthy(values.at(`${path}.${key}`)));
  const folder = values.given(`${path}.folder`) ? truthy(values.at(`${path}.folder`)) : true;
  if (others.length > 0 && (folder || others.length > 1)) {
    values.refuse(
      `${path}.${others[0]}`,
      'the rendering fails with more than one of folder, folderUID and folderRef, and folder has a default.',
      `set ${path}.folder to "", and give one of the others.`,
    );
  }
}
