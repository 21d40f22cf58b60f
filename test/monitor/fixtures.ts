import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Duration, Include, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { Scheme, ScrapeProtocol, TlsVersion } from '../../imports/monitoring.coreos.com/v1/enums';
import { KeyReference } from '../../lib/monitor/key-reference';
import type { MonitorOptions } from '../../lib/monitor/monitor-options';
import { Relabeling } from '../../lib/monitor/relabeling';
import { ScrapeAuth } from '../../lib/monitor/scrape-auth';
import type { ScrapeOptions } from '../../lib/monitor/scrape-options';
import { SecretKey } from '../../lib/monitor/secret-key';
import { Prometheus, type PrometheusSelectors } from '../../lib/prometheus/prometheus';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';

/** The Prometheus of kube-prometheus-stack, as far as monitors are concerned. */
export function stack(more: Partial<PrometheusSelectors> = {}): Prometheus {
  return Prometheus.fromSelectors({
    name: 'stack',
    namespace: 'monitoring',
    serviceMonitorSelector: LabelSelector.matchLabels({ release: 'stack' }),
    serviceMonitorNamespaceSelector: NamespaceSelector.all(),
    podMonitorSelector: LabelSelector.matchLabels({ release: 'stack' }),
    podMonitorNamespaceSelector: NamespaceSelector.all(),
    ...more,
  });
}

/** A Service as somebody wrote it by hand. */
export function rawService(
  scope: Construct,
  name: string,
  { spec, ...metadata }: { spec?: any; labels?: { [key: string]: string }; namespace?: string } = {},
): ApiObject {
  return new ApiObject(scope, `${name}-${metadata.namespace ?? ''}service`, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels: { app: name }, ...metadata },
    spec: { ports: [{ name: 'http', port: 80 }], ...spec },
  });
}

/** A workload as somebody wrote it by hand. */
export function rawWorkload(
  scope: Construct,
  kind: string,
  template: any,
  { name = 'web', spec = {} as any, apiVersion = 'apps/v1' } = {},
): ApiObject {
  return new ApiObject(scope, `${name}-${kind}`, {
    apiVersion,
    kind,
    metadata: { name },
    spec: { ...spec, template },
  });
}

/** A pod template with these ports in its only container. */
export function podTemplate(...ports: any[]): any {
  return { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1', ports }] } };
}

/** An `Include` of a YAML file. */
export function include(scope: Construct, id: string, yaml: string): Include {
  return new Include(scope, id, { url: yamlFile(yaml) });
}

/**
 * Stands for a `Helm` chart without the helm binary: `Helm` is an `Include` of a file which it has rendered, and nothing
 * more.
 */
export class RenderedHelm extends Include {
  public constructor(scope: Construct, id: string, yaml: string) {
    super(scope, id, { url: yamlFile(yaml) });
  }
}

function yamlFile(yaml: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'monitor-')), 'manifest.yaml');
  writeFileSync(file, yaml);
  return file;
}

/** An object as `cdk8s import k8s` makes it: the manifest is converted on its way out. */
export class ImportedObject extends ApiObject {
  public constructor(
    scope: Construct,
    id: string,
    private readonly manifest: any,
  ) {
    super(scope, id, {
      ...manifest,
      spec: { unconverted: true },
    });
  }

  public override toJson(): any {
    return { ...super.toJson(), spec: this.manifest.spec };
  }
}

/** Every option of an endpoint; a new one makes this fail to compile, so that its way into the manifest gets tested. */
export function allScrapeOptions(): Required<ScrapeOptions> {
  const key = (name: string) => SecretKey.of('web', name);
  return {
    path: '/m',
    scheme: Scheme.HTTPS,
    interval: Duration.minutes(2),
    scrapeTimeout: Duration.seconds(90),
    params: { module: ['a', 'b'] },
    auth: ScrapeAuth.basicAuth({ username: key('user'), password: key('password') }),
    tls: {
      ca: KeyReference.configMap('ca', 'ca.crt'),
      cert: KeyReference.secret(key('tls.crt')),
      key: key('tls.key'),
      serverName: 'web.shop.svc',
      insecureSkipVerify: false,
      minVersion: TlsVersion.TLS12,
      maxVersion: TlsVersion.TLS13,
    } satisfies Required<ScrapeOptions['tls']>,
    relabelings: Relabeling.rename('a', 'b'),
    metricRelabelings: [Relabeling.hashMod({ sourceLabels: ['a'], targetLabel: 'b', modulus: 2 })],
    honorLabels: true,
    honorTimestamps: false,
    trackTimestampsStaleness: true,
    followRedirects: false,
    enableHttp2: false,
    filterRunning: false,
    proxyUrl: 'http://proxy:3128',
    additionalFields: { noProxy: 'localhost' },
  };
}

/** Every option of a monitor; see `allScrapeOptions`. */
export function allMonitorOptions(): Required<MonitorOptions> {
  return {
    jobLabel: 'app',
    podTargetLabels: ['pod-tier'],
    sampleLimit: 1,
    targetLimit: 2,
    labelLimit: 3,
    labelNameLengthLimit: 4,
    labelValueLengthLimit: 5,
    keepDroppedTargets: 6,
    bodySizeLimit: Size.mebibytes(10),
    scrapeProtocols: [ScrapeProtocol.PROMETHEUS_PROTO, ScrapeProtocol.OPEN_METRICS_TEXT1_0_0],
    fallbackScrapeProtocol: ScrapeProtocol.PROMETHEUS_TEXT0_0_4,
    scrapeClass: 'mtls',
    attachNodeMetadata: true,
    nativeHistograms: {
      scrape: true,
      scrapeClassic: false,
      convertClassic: true,
      bucketLimit: 160,
      minBucketFactor: 1.1,
    } satisfies Required<MonitorOptions['nativeHistograms']>,
    additionalSpecFields: { selectorMechanism: 'RoleSelector' },
  };
}
