import { Duration, Size, Testing } from 'cdk8s';
import { HttpIngressPathType, ServiceType } from 'cdk8s-plus-27';
import { TaintEffect } from '../../../imports/k8s';
import { RelabelAction, ScrapeProtocol } from '../../../imports/monitoring.coreos.com/v1';
import { LabelSelector } from '../../../lib/selection/label-selector';
import { NamespaceSelector } from '../../../lib/selection/namespace-selector';
import { StackRelease } from '../../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../../lib/stack/stack-release-props';
import { StackNamespaceMatch, StackRuleSwitch } from '../../../lib/stack/typed/rule-switch';
import { StackPodAntiAffinity } from '../../../lib/stack/typed/scheduling';

function valuesOf(props: StackReleaseProps): any {
  return new StackRelease(Testing.chart(), 'kps', { namespace: 'monitoring', ...props }).toHelmValues();
}

function specOf(prometheus: StackReleaseProps['prometheus']): any {
  return valuesOf({ prometheus }).prometheus.prometheusSpec;
}

describe('typed values are written as the chart reads them', () => {
  test('durations with a unit, or in seconds where the name says so', () => {
    expect(
      specOf({
        tsdb: { outOfOrderTimeWindow: Duration.minutes(90) },
        query: { lookbackDelta: Duration.minutes(5) },
        terminationGracePeriodSeconds: Duration.minutes(10),
      }),
    ).toEqual({
      tsdb: { outOfOrderTimeWindow: '1h30m' },
      query: { lookbackDelta: '5m' },
      terminationGracePeriodSeconds: 600,
    });
  });

  test('sizes as Prometheus reads them, and as Kubernetes does for a volume', () => {
    const spec = specOf({ bodySizeLimit: Size.mebibytes(10), storage: Size.gibibytes(50) });
    expect(spec.bodySizeLimit).toBe('10MiB');
    expect(spec.storageSpec.volumeClaimTemplate.spec.resources.requests.storage).toBe('50Gi');
  });

  test('structs of the bindings with the names of the API', () => {
    expect(
      specOf({
        remoteWrite: [{ url: 'https://mimir.example.com', enableHttp2: false, sigv4: { useFipsstsEndpoint: true } }],
        tolerations: [{ key: 'monitoring', effect: TaintEffect.NO_SCHEDULE }],
        alertingEndpoints: [{ name: 'alertmanager', port: 'web', enableHttp2: true }],
        scrapeClasses: [{ name: 'mesh', metricRelabelings: [{ action: RelabelAction.DROP, regex: 'a' }] }],
      }),
    ).toEqual({
      remoteWrite: [{ url: 'https://mimir.example.com', enableHTTP2: false, sigv4: { useFIPSSTSEndpoint: true } }],
      tolerations: [{ key: 'monitoring', effect: 'NoSchedule' }],
      alertingEndpoints: [{ name: 'alertmanager', port: 'web', enableHttp2: true }],
      scrapeClasses: [{ name: 'mesh', metricRelabelings: [{ action: 'drop', regex: 'a' }] }],
    });
  });

  test('a typed field of a binding of a wrong type is reported with its prop', () => {
    const remoteWrite = [
      { url: 'https://mimir.example.com', enableHttp2: false, additionalFields: { enableHTTP2: true } },
    ];
    expect(() => specOf({ remoteWrite })).toThrow(/prometheus\.remoteWrite: cannot be written/);
  });

  test('enums by their values', () => {
    const props: StackReleaseProps = {
      defaultRules: {
        rules: { [StackRuleSwitch.ETCD]: false },
        appNamespacesOperator: StackNamespaceMatch.NOT_MATCHING,
      },
      prometheus: {
        scrapeProtocols: [ScrapeProtocol.PROMETHEUS_PROTO],
        podAntiAffinity: StackPodAntiAffinity.NONE,
        service: { type: ServiceType.NODE_PORT, nodePort: 30090 },
        ingress: { enabled: true, pathType: HttpIngressPathType.PREFIX },
      },
    };
    expect(valuesOf(props)).toEqual({
      defaultRules: { rules: { etcd: false }, appNamespacesOperator: '!~' },
      prometheus: {
        prometheusSpec: { scrapeProtocols: ['PrometheusProto'], podAntiAffinity: '' },
        service: { type: 'NodePort', nodePort: 30090 },
        ingress: { enabled: true, pathType: 'Prefix' },
      },
    });
  });

  test('a reference to a Secret with the switch that the chart wants beside it', () => {
    expect(specOf({ additionalScrapeConfigsSecret: { name: 'extra', key: 'scrape.yml' } })).toEqual({
      additionalScrapeConfigsSecret: { enabled: true, name: 'extra', key: 'scrape.yml' },
    });
  });

  test('rules of other names than those of the chart are refused', () => {
    expect(() => valuesOf({ defaultRules: { rules: { kubeScheduler: false } } })).toThrow(
      /defaultRules\.rules: "kubeScheduler" is not one of alertmanager, /,
    );
  });

  test('a selector of Thanos Ruler that takes everything, with its switch', () => {
    const queryEndpoints = ['dnssrv+_http._tcp.thanos-query.monitoring.svc'];
    const { thanosRuler } = valuesOf({
      thanosRuler: { enabled: true, queryEndpoints, ruleSelector: LabelSelector.everything() },
    });
    expect(thanosRuler.thanosRulerSpec.ruleSelectorNilUsesHelmValues).toBe(false);
  });

  test('no selector of Thanos Ruler for its own namespace, which the chart has no value for', () => {
    const ruleNamespaceSelector = NamespaceSelector.own();
    expect(() => valuesOf({ thanosRuler: { ruleNamespaceSelector } })).toThrow(
      /ruleNamespaceSelector: the chart turns/,
    );
  });
});
