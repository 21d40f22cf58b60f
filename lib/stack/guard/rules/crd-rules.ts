import { nearestName } from '../../../check/nearest-name';
import { specFindings } from '../../../schema/check-schema';
import { showType } from '../../../schema/explain/show';
import type { Finding } from '../../../schema/finding';
import { parseVersion } from '../../../simulator/versions/version';
import { versionsOf } from '../../facts/chart-versions';
import { truthy } from '../../facts/selection';
import { keysOf } from '../../values';
import type { GuardedValues } from '../guarded-values';
import { typeText } from '../value-types';

interface CopiedSpec {
  /** Values that are copied into fields of the same name. */
  readonly path: string;
  readonly fields: readonly string[];
  /** Values that are copied into fields of another name. */
  readonly renamed?: { readonly [key: string]: string };
}

const PODS = [
  'affinity',
  'containers',
  'dnsConfig',
  'hostAliases',
  'initContainers',
  'nodeSelector',
  'podMetadata',
  'resources',
  'securityContext',
  'tolerations',
  'topologySpreadConstraints',
  'volumeMounts',
  'volumes',
  'additionalArgs',
  'updateStrategy',
];

const PROMETHEUS: CopiedSpec = {
  path: 'prometheus.prometheusSpec',
  fields: [
    ...PODS,
    'apiserverConfig',
    'arbitraryFSAccessThroughSMs',
    'excludedFromEnforcement',
    'exemplars',
    'externalLabels',
    'otlp',
    'persistentVolumeClaimRetentionPolicy',
    'query',
    'remoteRead',
    'remoteWrite',
    'runtime',
    'scrapeClasses',
    'shardingStrategy',
    'shardRetentionPolicy',
    'tracingConfig',
    'tsdb',
    'web',
  ],
  renamed: { additionalRemoteRead: 'remoteRead', additionalRemoteWrite: 'remoteWrite', storageSpec: 'storage' },
};

const ALERTMANAGER: CopiedSpec = {
  path: 'alertmanager.alertmanagerSpec',
  fields: [
    ...PODS,
    'alertmanagerConfigMatcherStrategy',
    'alertmanagerConfiguration',
    'clusterTLS',
    'limits',
    'persistentVolumeClaimRetentionPolicy',
    'storage',
    'web',
  ],
};

const THANOS_RULER: CopiedSpec = {
  path: 'thanosRuler.thanosRulerSpec',
  fields: [...PODS, 'excludedFromEnforcement', 'grpcServerTlsConfig', 'labels', 'remoteWrite', 'storage', 'web'],
};

/**
 * Values that the chart copies into objects of the Operator, held against the CustomResourceDefinitions: names of fields,
 * types, what must be there, and words that a field takes. Texts are not repeated: they may be secrets.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/prometheus.yaml`,
 * `templates/alertmanager/alertmanager.yaml` and `templates/thanos-ruler/ruler.yaml`; the CustomResourceDefinitions of
 * prometheus-operator.
 */
export function crdRules(values: GuardedValues): void {
  if (values.flag('prometheus.enabled', true)) {
    const agent = values.flag('prometheus.agentMode', false);
    copied(
      values,
      PROMETHEUS,
      agent ? 'monitoring.coreos.com/v1alpha1 PrometheusAgent' : 'monitoring.coreos.com/v1 Prometheus',
    );
  }
  if (values.flag('alertmanager.enabled', true)) {
    copied(values, ALERTMANAGER, 'monitoring.coreos.com/v1 Alertmanager');
  }
  if (values.flag('thanosRuler.enabled', false)) {
    copied(values, THANOS_RULER, 'monitoring.coreos.com/v1 ThanosRuler');
  }
}

function copied(values: GuardedValues, { path, fields, renamed = {} }: CopiedSpec, gvk: string): void {
  const { operator, assumed } = versionsOf(values.subject.chart);
  const version = operator === undefined ? undefined : parseVersion(operator);
  const pairs = [...fields.map((field) => [field, field]), ...Object.entries(renamed)];
  for (const [key, field] of version === undefined ? [] : pairs) {
    const value = values.at(`${path}.${key}`);
    if (!truthy(value)) {
      continue;
    }
    const findings = specFindings(gvk, { [field]: value }, version as NonNullable<typeof version>);
    const meant = new Set(
      findings.flatMap(({ code, ...finding }) => (code === 'unknown-field' ? [nearOf(finding)] : [])),
    );
    for (const finding of findings) {
      const [first, ...below] = finding.path;
      const isMeant = finding.code === 'missing-field' && meant.has(String(below[below.length - 1]));
      // That an agent has no such field at all another rule tells, and so it does of the type of the value as a whole.
      if (first === field && below.length > 0 && !isMeant) {
        tell(values, [...keysOf(path), key, ...below], finding, gvk.split(' ')[1], assumed);
      }
    }
  }
}

/** The field that was probably meant by one that is not there. */
function nearOf({ path, node }: Omit<Finding, 'code'>): string | undefined {
  return nearestName(String(path[path.length - 1]), Object.keys(node.fields ?? {}));
}

function tell(
  values: GuardedValues,
  steps: readonly (string | number)[],
  finding: Finding,
  kind: string,
  assumed: boolean,
): void {
  const { code, node, value } = finding;
  // What a template makes of it is not known before the install.
  if (typeof value === 'string' && value.includes('{{')) {
    return;
  }
  if (code === 'unknown-field') {
    const near = nearOf(finding);
    const names = Object.keys(node.fields ?? {}).sort();
    values.unread(
      assumed ? 'warning' : 'error',
      steps,
      `is no field of the ${kind} object, which loses it${near === undefined ? '.' : `; did you mean ${near}?`}`,
      near === undefined
        ? `mend the name, or remove it; there are ${names.join(', ')}.`
        : `${near}, if that is what it is to be.`,
    );
  } else if (code === 'wrong-type') {
    values.wrong(
      steps,
      `${typeText(value)} stands where the ${kind} object needs ${showType(node)}, so the API server refuses it.`,
      `give ${showType(node)}.`,
    );
  } else if (code === 'not-allowed') {
    values.wrong(
      steps,
      `is none of the words that the ${kind} object takes there, so the API server refuses it.`,
      `give one of ${(node.enum ?? []).join(', ')}.`,
    );
  } else if (code === 'missing-field' && !values.subject.partial) {
    const name = String(steps[steps.length - 1]);
    values.wrong(steps.slice(0, -1), `has no ${name}, so the API server refuses the ${kind} object.`, `add ${name}.`);
  }
}
