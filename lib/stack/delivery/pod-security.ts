import type { Problems } from '../../private/problems';
import { truthy } from '../facts/selection';
import { type Values, valueAt } from '../values';

const PREFIX = 'pod-security.kubernetes.io/';
const ENFORCE = `${PREFIX}enforce`;

/**
 * Labels of a namespace whose pods may use the host.
 *
 * Source: kubernetes `pod-security-admission/api/constants.go`.
 */
const PRIVILEGED = { [`${PREFIX}audit`]: 'privileged', [ENFORCE]: 'privileged', [`${PREFIX}warn`]: 'privileged' };

/** Values that put pods onto the host, which Pod Security's `baseline` and `restricted` refuse. */
const ON_HOST: [path: string, what: string][] = [
  ['prometheusOperator.hostNetwork', 'the Operator on the host network'],
  ['prometheus.prometheusSpec.hostNetwork', 'Prometheus on the host network'],
  ['alertmanager.alertmanagerSpec.hostNetwork', 'Alertmanager on the host network'],
];

/**
 * What of a release Pod Security refuses in a namespace that is not privileged; `undefined` where nothing is.
 *
 * @param namespace the namespace in question
 */
export function needsHost(values: Values, namespace: string): string | undefined {
  const inNamespace = (chart: string) => (valueAt(values, `${chart}.namespaceOverride`) || namespace) === namespace;
  // node-exporter mounts the file system of the node, whatever its network.
  if (truthy(valueAt(values, 'nodeExporter.enabled') ?? true) && inNamespace('prometheus-node-exporter')) {
    return 'node-exporter';
  }
  if (truthy(valueAt(values, 'windowsMonitoring.enabled')) && inNamespace('prometheus-windows-exporter')) {
    return 'windows-exporter';
  }
  return ON_HOST.find(([path]) => truthy(valueAt(values, path)))?.[1];
}

/**
 * Labels of the namespace of a release.
 *
 * @param field the prop that holds the user's own labels, for messages
 */
export function namespaceLabels(
  problems: Problems,
  values: Values,
  namespace: string,
  field: string,
  own: { [key: string]: string } = {},
): { [key: string]: string } {
  const who = needsHost(values, namespace);
  if (who === undefined) {
    return { ...own };
  }
  const level = own[ENFORCE];
  if (level !== undefined && level !== 'privileged') {
    problems.add(
      `${field}["${ENFORCE}"]`,
      `"${level}" has the API server refuse the pods of ${who}, which need the host.`,
      `leave the label out, or switch ${who} off.`,
    );
  }
  return { ...PRIVILEGED, ...own };
}
