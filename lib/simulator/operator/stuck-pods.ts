import type { SourcedObject } from '../kube-object';
import { atLeast, type Version } from '../versions/version';
import { checkStorageClass } from './check-storage-class';
import type { InstanceSettings } from './instance';
import type { ObjectLookup } from './object-lookup';
import { joinPath, nameOf, namespaceOf, type Problem } from './problem';
import { ProblemList } from './problem-list';
import { present } from './secret-or-config-map';

/**
 * What makes the Operator fail after it has written the configuration and before it makes or changes pods. Pods that run
 * get the changes of monitors; pods that do not are never made.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/server/operator.go` and `pkg/prometheus/agent/operator.go`, `sync`.
 */
export function stuckPodsOf(
  object: SourcedObject,
  { version, daemonSet }: InstanceSettings,
  objects: ObjectLookup,
): readonly Problem[] {
  const { kind, spec = {} } = object.object;
  const consequence = `The Operator fails before it makes or changes the pods of this ${kind}.`;
  const problems = new ProblemList(object, 'stuck', consequence, namespaceOf(object.object), objects);
  if (kind === 'PrometheusAgent' && !daemonSet) {
    checkStorageClass(spec, objects, problems);
  }
  if (typeof spec.serviceName === 'string' && !daemonSet) {
    checkService(object, spec.serviceName, objects, problems);
  }
  if (version) {
    checkArguments(kind, spec, version, problems);
  }
  return problems.found;
}

/** Source: prometheus-operator v0.93 `pkg/k8s/network.go`, `EnsureCustomGoverningService`; `makeSelectorLabels`. */
function checkService({ object }: SourcedObject, name: string, objects: ObjectLookup, problems: ProblemList): void {
  const namespace = namespaceOf(object);
  const labels: { readonly [key: string]: string } = {
    'app.kubernetes.io/managed-by': 'prometheus-operator',
    'app.kubernetes.io/name': object.kind === 'Prometheus' ? 'prometheus' : 'prometheus-agent',
    'app.kubernetes.io/instance': object.metadata.name,
    'operator.prometheus.io/name': object.metadata.name,
    ...(object.kind === 'Prometheus' ? { prometheus: object.metadata.name } : {}),
  };
  const service = objects.find('Service', namespace, name);
  const hint = `operator.prometheus.io/name: ${object.metadata.name}`;
  if (service === undefined) {
    problems.add('service-missing', 'spec.serviceName', {
      message: `There is no Service "${name}" in namespace "${namespace}".`,
      fix: `create it with clusterIP: None and the selector ${hint}, or remove serviceName.`,
      values: { serviceName: name, namespace },
      certainty: 'absent',
    });
    return;
  }
  const selector: { readonly [key: string]: string } = service.object.spec?.selector ?? {};
  const odd = Object.entries(selector).find(([key, value]) => labels[key] !== value);
  if (odd !== undefined) {
    problems.add('service-selector', 'spec.serviceName', {
      message: `${nameOf(service)} selects ${odd[0]}=${odd[1]}, which is none of the labels that the Operator goes by.`,
      fix: `give ${nameOf(service)} the selector ${hint}.`,
      values: { serviceName: name, selector },
    });
  }
}

/** Source: prometheus-operator v0.93 `pkg/operator/argument.go`, `BuildArgs` and `ArgumentsIntersection`. */
function checkArguments(kind: string, spec: any, version: Version, problems: ProblemList): void {
  const own = new Set(ownArguments(kind, spec, version));
  const given: any[] = Array.isArray(spec.additionalArgs) ? spec.additionalArgs : [];
  for (const [i, argument] of given.entries()) {
    const name = String(argument?.name ?? '');
    const negated = name.startsWith('no-') ? name.slice('no-'.length) : `no-${name}`;
    const clash = [name, negated].find((one) => own.has(one));
    if (clash !== undefined) {
      problems.add('argument', joinPath(joinPath('spec.additionalArgs', i), 'name'), {
        message: `"${name}" clashes with --${clash}, which the Operator sets itself.`,
        fix: FIELDS[clash] === undefined ? 'remove it.' : `remove it, and set ${FIELDS[clash]} instead.`,
        values: { name, clash },
      });
    }
  }
}

/** Fields that do what people write arguments for. */
const FIELDS: { readonly [argument: string]: string | undefined } = {
  'enable-feature': 'spec.enableFeatures',
  'log.format': 'spec.logFormat',
  'log.level': 'spec.logLevel',
  'query.lookback-delta': 'spec.query.lookbackDelta',
  'query.max-concurrency': 'spec.query.maxConcurrency',
  'query.max-samples': 'spec.query.maxSamples',
  'query.timeout': 'spec.query.timeout',
  'storage.tsdb.retention.size': 'spec.retentionSize',
  'storage.tsdb.retention.time': 'spec.retention',
  'storage.tsdb.wal-compression': 'spec.walCompression',
  'no-storage.tsdb.wal-compression': 'spec.walCompression',
  'web.enable-admin-api': 'spec.enableAdminAPI',
  'web.enable-remote-write-receiver': 'spec.enableRemoteWriteReceiver',
  'web.external-url': 'spec.externalUrl',
  'web.listen-address': 'spec.listenLocal',
  'web.max-connections': 'spec.web.maxConnections',
  'web.page-title': 'spec.web.pageTitle',
  'web.route-prefix': 'spec.routePrefix',
};

/**
 * Arguments that the Operator passes. Left out are those that come of a Thanos sidecar.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `BuildCommonPrometheusArgs`;
 * `pkg/prometheus/server/statefulset.go`, `buildServerArgs`; `pkg/prometheus/agent/statefulset.go`, `buildAgentArgs`.
 */
function ownArguments(kind: string, spec: any, version: Version): string[] {
  const since = (boundary: string): boolean => atLeast(version, boundary);
  const otlp = spec.enableOTLPReceiver ?? present(spec.otlp);
  const wal = (flag: string): [string, boolean] => [
    spec.walCompression === true ? flag : `no-${flag}`,
    present(spec.walCompression) && since('2.11.0'),
  ];
  const common: [argument: string, passed: boolean][] = [
    ['config.file', true],
    ['web.console.templates', version.major === 2],
    ['web.console.libraries', version.major === 2],
    ['web.enable-lifecycle', (spec.reloadStrategy ?? 'HTTP') === 'HTTP'],
    ['web.page-title', present(spec.web?.pageTitle)],
    ['web.max-connections', present(spec.web?.maxConnections)],
    ['web.enable-remote-write-receiver', spec.enableRemoteWriteReceiver === true && since('2.33.0')],
    ['web.enable-otlp-receiver', otlp === true && version.major >= 3],
    ['enable-feature', Array.isArray(spec.enableFeatures) && spec.enableFeatures.length > 0 && since('2.25.0')],
    ['web.external-url', Boolean(spec.externalUrl)],
    ['web.route-prefix', true],
    ['log.level', Boolean(spec.logLevel) && spec.logLevel !== 'info'],
    ['log.format', Boolean(spec.logFormat) && spec.logFormat !== 'logfmt'],
    ['web.listen-address', spec.listenLocal === true],
  ];
  const server: [argument: string, passed: boolean][] = [
    // Without a size there is always a time.
    ['storage.tsdb.retention.time', (Boolean(spec.retention) || !spec.retentionSize) && !since('3.11.0')],
    ['storage.tsdb.retention.size', Boolean(spec.retentionSize) && !since('3.11.0')],
    ['storage.tsdb.path', true],
    ['web.enable-admin-api', spec.enableAdminAPI === true],
    ['rules.alert.for-outage-tolerance', Boolean(spec.rules?.alert?.forOutageTolerance)],
    ['rules.alert.for-grace-period', Boolean(spec.rules?.alert?.forGracePeriod)],
    ['rules.alert.resend-delay', Boolean(spec.rules?.alert?.resendDelay)],
    ['query.lookback-delta', present(spec.query?.lookbackDelta)],
    ['query.max-samples', Number(spec.query?.maxSamples ?? 0) > 0],
    ['query.max-concurrency', Number(spec.query?.maxConcurrency ?? 0) > 0],
    ['query.timeout', present(spec.query?.timeout)],
    wal('storage.tsdb.wal-compression'),
  ];
  const agent: [argument: string, passed: boolean][] = [
    ['agent', version.major === 3],
    ['enable-feature', version.major === 2],
    ['storage.agent.path', true],
    wal('storage.agent.wal-compression'),
  ];
  return [...common, ...(kind === 'Prometheus' ? server : agent)].flatMap(([name, passed]) => (passed ? [name] : []));
}
