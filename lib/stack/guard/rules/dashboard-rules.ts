import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const GRAFANA = 'grafana';
const SIDECAR = `${GRAFANA}.sidecar.dashboards`;

/**
 * What keeps dashboards from Grafana, or from their folders.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/grafana/dashboards-1.14/*.yaml`, `fail` of each; grafana
 * 12.11.1 `templates/_config.tpl`; Grafana, `pkg/services/provisioning/dashboards/config_reader.go`.
 */
export function dashboardRules(values: GuardedValues): void {
  operatorDashboards(values);
  if (values.flag(`${GRAFANA}.enabled`, true)) {
    folders(values);
    providers(values);
  }
}

function folders(values: GuardedValues): void {
  // Without the provider of the sidecar, another one may make folders of the files.
  if (!values.flag(`${SIDECAR}.SCProvider`, true)) {
    return;
  }
  const path = `${SIDECAR}.provider`;
  const fromFiles = values.flag(`${path}.foldersFromFilesStructure`, false);
  if (truthy(values.at(`${SIDECAR}.folderAnnotation`)) && !fromFiles) {
    values.dropped(
      `${SIDECAR}.folderAnnotation`,
      'makes no folder in Grafana by itself: all dashboards land in one.',
      `set ${path}.foldersFromFilesStructure to true.`,
    );
  }
  for (const key of ['folder', 'folderUid'].filter((name) => fromFiles && truthy(values.at(`${path}.${name}`)))) {
    values.refuse(
      `${path}.${key}`,
      'together with foldersFromFilesStructure Grafana refuses the provider, and no dashboard is loaded.',
      'keep one of the two.',
    );
  }
}

function providers(values: GuardedValues): void {
  for (const key of ['dashboards', 'dashboardsConfigMaps']) {
    if (truthy(values.at(`${GRAFANA}.${key}`)) && !truthy(values.at(`${GRAFANA}.dashboardProviders`))) {
      values.dropped(
        `${GRAFANA}.${key}`,
        'is not loaded: Grafana has no provider for these files.',
        'add grafana.dashboardProviders.',
      );
    }
  }
}

function operatorDashboards(values: GuardedValues): void {
  const path = `${GRAFANA}.operator`;
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
  const folder = values.flag(`${path}.folder`, true);
  if (others.length === 0 && !folder) {
    values.refuse(`${path}.folder`, 'the rendering fails without a folder.', 'give folder, folderUID or folderRef.');
  } else if (others.length > 1 || (others.length > 0 && folder)) {
    values.refuse(
      `${path}.${others[0]}`,
      'the rendering fails with more than one of folder, folderUID and folderRef, and folder has a default.',
      `set ${path}.folder to "", and give one of the others.`,
    );
  }
}
