import { type Chart, Cron } from 'cdk8s';
import * as plus27 from 'cdk8s-plus-27';
import * as plus34 from 'cdk8s-plus-34';
import { KeyReference } from '../../lib/monitor/key-reference';
import { PodMonitor, type PodMonitorEndpoint, type PodMonitorProps } from '../../lib/monitor/pod-monitor';
import { ScrapeAuth } from '../../lib/monitor/scrape-auth';
import { SecretKey } from '../../lib/monitor/secret-key';
import { describeWithCrds, schemaProblems } from '../private/crd-schema';
import { manifestOf, messageOf, newChart, synth } from '../private/synth';
import {
  allMonitorOptions,
  allScrapeOptions,
  ImportedObject,
  include,
  podTemplate,
  RenderedHelm,
  rawService,
  rawWorkload,
  stack,
} from './fixtures';

function specOf(chart: Chart): any {
  return manifestOf(chart, 'PodMonitor').spec;
}

const http = { name: 'http', containerPort: 8080 };

describe('what it monitors', () => {
  const expected = { selector: { matchLabels: { app: 'web' } }, podMetricsEndpoints: [{ port: 'http' }] };
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: { selector: { matchLabels: { app: 'web' } }, template: podTemplate(http) },
  };

  test('a raw ApiObject, and this is all that is written', () => {
    const chart = newChart({ namespace: 'shop' });
    new PodMonitor(chart, 'Monitor', {
      workload: rawWorkload(chart, 'Deployment', podTemplate(http), { spec: deployment.spec }),
      prometheus: stack(),
      metadata: { name: 'web' },
    });
    expect(manifestOf(chart, 'PodMonitor')).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name: 'web', namespace: 'shop', labels: { release: 'stack' } },
      spec: expected,
    });
  });

  test('an included YAML file', () => {
    const chart = newChart();
    new PodMonitor(chart, 'Monitor', { workload: include(chart, 'Include', JSON.stringify(deployment)) });
    expect(specOf(chart)).toEqual(expected);
  });

  test('a Helm chart', () => {
    const chart = newChart();
    new PodMonitor(chart, 'Monitor', { workload: new RenderedHelm(chart, 'Helm', JSON.stringify(deployment)) });
    expect(specOf(chart)).toEqual(expected);
  });

  test('an object of `cdk8s import k8s`, by the manifest that it converts itself to', () => {
    const chart = newChart();
    new PodMonitor(chart, 'Monitor', { workload: new ImportedObject(chart, 'Workload', deployment) });
    expect(specOf(chart)).toEqual(expected);
  });

  describe.each([
    ['cdk8s-plus-27', plus27],
    ['cdk8s-plus-34', plus34 as unknown as typeof plus27],
  ])('%s', (_version, kplus) => {
    const containers = [{ image: 'web:1', ports: [{ name: 'http', number: 8080 }] }];

    test.each([
      ['Deployment', (chart: Chart) => new kplus.Deployment(chart, 'Workload', { containers })],
      ['DaemonSet', (chart: Chart) => new kplus.DaemonSet(chart, 'Workload', { containers })],
      ['StatefulSet', (chart: Chart) => new kplus.StatefulSet(chart, 'Workload', { containers })],
    ])('a %s, by the selector that it has itself', (kind, create) => {
      const chart = newChart();
      const workload = create(chart);
      new PodMonitor(chart, 'Monitor', { workload });
      expect(specOf(chart)).toEqual({
        selector: manifestOf(chart, kind).spec.selector,
        podMetricsEndpoints: [{ port: 'http' }],
      });
      expect(Object.keys(specOf(chart).selector.matchLabels)).not.toHaveLength(0);
    });

    test('a container and labels that were added after the monitor', () => {
      const chart = newChart();
      const workload = new kplus.Deployment(chart, 'Workload', { select: false });
      new PodMonitor(chart, 'Monitor', { workload });
      workload.addContainer(containers[0]);
      workload.podMetadata.addLabel('tier', 'front');
      workload.select(kplus.LabelSelector.of({ labels: { tier: 'front' } }));
      expect(specOf(chart)).toEqual({
        selector: { matchLabels: { tier: 'front' } },
        podMetricsEndpoints: [{ port: 'http' }],
      });
    });

    test('a CronJob', () => {
      const chart = newChart();
      const workload = new kplus.CronJob(chart, 'Workload', {
        schedule: Cron.hourly(),
        containers,
        podMetadata: { labels: { app: 'report' } },
      });
      new PodMonitor(chart, 'Monitor', { workload });
      const template = manifestOf(chart, 'CronJob').spec.jobTemplate.spec.template;
      expect(specOf(chart).selector).toEqual({ matchLabels: template.metadata.labels });
      expect(specOf(chart).podMetricsEndpoints).toEqual([{ port: 'http' }]);
    });
  });

  test.each([
    ['ReplicaSet', 'apps/v1'],
    ['ReplicationController', 'v1'],
    ['Job', 'batch/v1'],
  ])('a %s', (kind, apiVersion) => {
    const chart = newChart();
    // A ReplicationController has a selector of plain labels; a Job usually has none.
    const spec = kind === 'ReplicationController' ? { selector: { app: 'web' } } : {};
    new PodMonitor(chart, 'Monitor', { workload: rawWorkload(chart, kind, podTemplate(http), { apiVersion, spec }) });
    expect(specOf(chart)).toEqual(expected);
  });

  test('a bare Pod, by its labels', () => {
    const chart = newChart();
    const { metadata, spec } = podTemplate(http);
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', ...metadata }, spec };
    new PodMonitor(chart, 'Monitor', { workload: new ImportedObject(chart, 'Pod', pod) });
    expect(specOf(chart)).toEqual(expected);
  });

  test('a selector with expressions is taken as it is', () => {
    const chart = newChart();
    const selector = { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'www'] }] };
    new PodMonitor(chart, 'Monitor', {
      workload: rawWorkload(chart, 'Deployment', podTemplate(http), { spec: { selector } }),
    });
    expect(specOf(chart).selector).toEqual(selector);
  });

  test('given labels win', () => {
    const chart = newChart();
    const selector = { matchExpressions: [{ key: 'app', operator: 'Exists' }] };
    const workload = rawWorkload(chart, 'Deployment', podTemplate(http), { spec: { selector } });
    new PodMonitor(chart, 'Monitor', { workload, selectorLabels: { app: 'web' } });
    expect(specOf(chart).selector).toEqual({ matchLabels: { app: 'web' } });
  });

  test('given labels that the pods do not carry are refused', () => {
    const chart = newChart();
    const workload = rawWorkload(chart, 'Deployment', podTemplate(http));
    new PodMonitor(chart, 'Monitor', { workload, selectorLabels: { tier: 'front' } });
    expect(() => synth(chart)).toThrow('by "tier: front", which Deployment/web does not carry (it has no such label)');
  });

  test('not pods without labels', () => {
    const chart = newChart();
    const { spec } = podTemplate(http);
    new PodMonitor(chart, 'Monitor', { workload: rawWorkload(chart, 'Job', { spec }, { apiVersion: 'batch/v1' }) });
    expect(messageOf(() => synth(chart))).toBe(
      [
        'PodMonitor test/Monitor has 1 problem:',
        '  workload: the pods of Job/web have no labels, and a PodMonitor selects pods by their labels.',
        '    Fix: add labels to the pod template.',
      ].join('\n'),
    );
  });

  test('not a construct without a workload', () => {
    const chart = newChart();
    const workload = rawService(chart, 'web');
    expect(messageOf(() => new PodMonitor(chart, 'Monitor', { workload }))).toBe(
      [
        'PodMonitor test/Monitor has 1 problem:',
        '  workload: construct test/web-service holds no workload.',
        '    Fix: pass a construct that holds one of Deployment, StatefulSet, DaemonSet, ReplicaSet, ReplicationController, Job, CronJob, Pod.',
      ].join('\n'),
    );
  });

  describe('one of several workloads', () => {
    function several(): Chart {
      const chart = newChart();
      rawWorkload(chart, 'Deployment', podTemplate(http));
      rawWorkload(chart, 'CronJob', podTemplate(http), { apiVersion: 'batch/v1' });
      return chart;
    }

    test('is picked by kind and name', () => {
      const chart = several();
      expect(new PodMonitor(chart, 'Monitor', { workload: chart, resource: 'Deployment/web' }).workload.kind).toBe(
        'Deployment',
      );
    });

    test('cannot be picked by a name that two kinds have', () => {
      const chart = several();
      expect(messageOf(() => new PodMonitor(chart, 'Monitor', { workload: chart, resource: 'web' }))).toBe(
        [
          'PodMonitor test/Monitor has 1 problem:',
          '  resource: "web" fits 2 of the objects in construct test: "Deployment/web", "CronJob/web".',
          "    Fix: resource: 'Deployment/web' or 'CronJob/web'",
        ].join('\n'),
      );
    });

    test('must be picked', () => {
      const chart = several();
      expect(() => new PodMonitor(chart, 'Monitor', { workload: chart })).toThrow(
        'workload: construct test holds 2 objects that could be meant: "Deployment/web", "CronJob/web".',
      );
    });
  });
});

describe('namespaces', () => {
  test('elsewhere it is told where the pods are', () => {
    const chart = newChart({ namespace: 'shop' });
    const workload = rawWorkload(chart, 'Deployment', podTemplate(http));
    new PodMonitor(chart, 'Monitor', { workload, metadata: { namespace: 'monitoring' } });
    expect(specOf(chart).namespaceSelector).toEqual({ matchNames: ['shop'] });
  });

  test('it cannot look for pods whose namespace nobody knows', () => {
    const chart = newChart();
    const workload = rawWorkload(chart, 'Deployment', podTemplate(http));
    new PodMonitor(chart, 'Monitor', { workload, metadata: { namespace: 'monitoring' } });
    expect(() => synth(chart)).toThrow('the namespace of Deployment web is left to the deploying tool');
  });

  test('it cannot leave its namespace for a Prometheus that ignores namespace selectors', () => {
    const chart = newChart({ namespace: 'shop' });
    const workload = rawWorkload(chart, 'Deployment', podTemplate(http));
    new PodMonitor(chart, 'Monitor', {
      workload,
      metadata: { namespace: 'monitoring' },
      prometheus: stack({ ignoreNamespaceSelectors: true }),
    });
    expect(() => synth(chart)).toThrow('has ignoreNamespaceSelectors, so monitors reach their own namespace only.');
  });
});

describe('every prop reaches the manifest', () => {
  function allProps(chart: Chart): PodMonitorProps {
    const endpoint: Required<Omit<PodMonitorEndpoint, 'portNumber'>> = { ...allScrapeOptions(), port: 'http' };
    const auth = ScrapeAuth.oauth2({
      clientId: KeyReference.secret(SecretKey.of('web', 'id')),
      clientSecret: SecretKey.of('web', 'secret'),
      tokenUrl: 'https://id/token',
      scopes: ['read'],
      endpointParams: { a: 'b' },
    });
    const props: Required<Omit<PodMonitorProps, 'resource'>> = {
      ...allMonitorOptions(),
      workload: rawWorkload(chart, 'Deployment', podTemplate(http, { containerPort: 9090 })),
      prometheus: stack(),
      metadata: { name: 'web-metrics', annotations: { why: 'test' } },
      endpoints: [endpoint, { portNumber: 9090, auth }],
      selectorLabels: { app: 'web' },
    };
    return props;
  }

  test('with the name that the API has for it', () => {
    const chart = newChart({ namespace: 'shop' });
    new PodMonitor(chart, 'Monitor', allProps(chart));
    expect(manifestOf(chart, 'PodMonitor')).toMatchSnapshot();
  });

  describeWithCrds('and the CRD', () => {
    test('knows every field and accepts every value', () => {
      const chart = newChart({ namespace: 'shop' });
      new PodMonitor(chart, 'Monitor', allProps(chart));
      expect(schemaProblems(manifestOf(chart, 'PodMonitor'))).toEqual([]);
    });
  });
});
