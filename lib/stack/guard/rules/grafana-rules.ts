import { truthy } from '../../facts/selection';
import type { Values } from '../../values';
import type { GuardedValues } from '../guarded-values';

const GRAFANA = 'grafana';
const DATASOURCES = `${GRAFANA}.sidecar.datasources`;

/** Modes in which one node, or one pod, may mount a volume. */
const ONE_NODE = ['ReadWriteOnce', 'ReadWriteOncePod'];

/**
 * What is wrong with the Grafana of a release.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/grafana/configmaps-datasources.yaml`; grafana 12.11.1
 * `templates/_pod.tpl`, `templates/secret.yaml`; Grafana, provisioning of data sources.
 */
export function grafanaRules(values: GuardedValues): void {
  if (!values.flag(`${GRAFANA}.enabled`, true)) {
    return;
  }
  dataSources(values);
  volume(values);
  replicas(values);
  administrator(values);
}

/** The data sources that the chart itself makes. */
function ownDataSources(values: GuardedValues): Values[] {
  const text = (path: string, chartDefault: string) => values.at(`${DATASOURCES}.${path}`) ?? chartDefault;
  const own =
    values.flag(`${DATASOURCES}.enabled`, true) && values.flag(`${DATASOURCES}.defaultDatasourceEnabled`, true);
  if (!own) {
    return [];
  }
  const isDefault = values.flag(`${DATASOURCES}.isDefaultDatasource`, true);
  const prometheus = { name: text('name', 'Prometheus'), uid: text('uid', 'prometheus'), isDefault };
  const alertmanager = {
    name: text('alertmanager.name', 'Alertmanager'),
    uid: text('alertmanager.uid', 'alertmanager'),
  };
  return values.flag(`${DATASOURCES}.alertmanager.enabled`, true) ? [prometheus, alertmanager] : [prometheus];
}

function dataSources(values: GuardedValues): void {
  const provisioned = ownDataSources(values);
  const own = provisioned.length;
  if (own > 1 && !values.flag('alertmanager.enabled', true)) {
    values.warn(
      'alertmanager.enabled',
      'is off, and Grafana still gets a data source for it.',
      `set ${DATASOURCES}.alertmanager.enabled to false as well.`,
    );
  }
  for (const [index, source] of values.list(`${GRAFANA}.additionalDataSources`).entries()) {
    const steps = [GRAFANA, 'additionalDataSources', index];
    const organization = provisioned.filter((other) => (other.orgId ?? 1) === (source?.orgId ?? 1));
    const rival = organization.find((other) => other.isDefault === true);
    if (source?.isDefault === true && rival !== undefined) {
      values.refuse(
        [...steps, 'isDefault'],
        `is a second default data source beside "${rival.name}", and Grafana does not start with two.`,
        provisioned.indexOf(rival) < own
          ? `remove it, or set ${DATASOURCES}.isDefaultDatasource to false.`
          : 'leave one default data source.',
      );
    }
    for (const key of ['name', 'uid']) {
      if (source?.[key] !== undefined && organization.some((other) => other[key] === source[key])) {
        values.refuse(
          [...steps, key],
          `"${source[key]}" is the ${key} of another data source, so one of the two is lost or refused.`,
          'rename it.',
        );
      }
    }
    provisioned.push(source ?? {});
  }
}

function volume(values: GuardedValues): void {
  const path = `${GRAFANA}.persistence`;
  if (!values.flag(`${path}.enabled`, false)) {
    return;
  }
  const claim = truthy(values.at(`${path}.existingClaim`));
  const stateful =
    values.flag(`${GRAFANA}.useStatefulSet`, false) || /^(sts|statefulset)$/i.test(values.text(`${path}.type`));
  if (stateful) {
    if (claim) {
      values.dropped(
        `${path}.existingClaim`,
        'is not used: a StatefulSet makes claims of its own.',
        'use the type pvc, or leave it out.',
      );
    }
    return;
  }
  const modes = values.given(`${path}.accessModes`) ? values.list(`${path}.accessModes`) : ONE_NODE.slice(0, 1);
  const rolls = values.text(`${GRAFANA}.deploymentStrategy.type`) !== 'Recreate';
  if (!claim && rolls && modes.every((mode) => ONE_NODE.includes(mode))) {
    values.warn(
      `${path}.enabled`,
      'a volume that one node can mount and the strategy RollingUpdate: an upgrade hangs where the new pod lands on another node.',
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
    values.warn(
      `${GRAFANA}.replicas`,
      `${count} pods have a database each, so that logins and changes come and go.`,
      'name a database in the section database of grafana.ini, or keep one replica.',
    );
  }
}

function administrator(values: GuardedValues): void {
  const secret = `${GRAFANA}.admin.existingSecret`;
  if (truthy(values.at(secret))) {
    if (truthy(values.at(`${GRAFANA}.adminUser`))) {
      values.dropped(
        `${GRAFANA}.adminUser`,
        `has no effect beside ${secret}: the name is in that Secret.`,
        'leave it out.',
      );
    }
  } else if (values.subject.argo && !values.given(`${GRAFANA}.adminPassword`)) {
    values.warn(
      secret,
      'is not set, so Argo CD renders a new random password each time, and Grafana restarts with each sync.',
      "grafana: { admin: { existingSecret: 'grafana-admin' } }, with the keys admin-user and admin-password in that Secret.",
    );
  }
}
