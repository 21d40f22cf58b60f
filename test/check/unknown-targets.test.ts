import type { UnknownTarget } from '../../lib/report/target-list';
import { evaluateYaml } from './evaluate-yaml';
import { deployment, object, podMonitor, prometheus, service, serviceMonitor } from './objects';

function unknown(...objects: string[]): UnknownTarget[] {
  return evaluateYaml(objects.join('\n---\n'), 'objects.yaml').targets().unknown;
}

const keeping = (sourceLabel: string) => [{ action: 'keep', sourceLabels: [sourceLabel], regex: 'x' }];

describe('what is not known of targets', () => {
  test('is nothing where all is shown', () => {
    expect(unknown(prometheus(), serviceMonitor(), service(), deployment())).toEqual([]);
  });

  test('names the namespace that is not shown', () => {
    const monitor = serviceMonitor(undefined, {
      namespaceSelector: { matchNames: ['else'] },
      selector: { matchLabels: { a: 'b' } },
    });
    expect(unknown(prometheus(), monitor, service())).toMatchObject([
      { object: { name: 'web' }, link: 'L7', reason: 'what runs in namespace "else" is not among these objects' },
    ]);
  });

  test('names all namespaces where all are searched', () => {
    const monitor = serviceMonitor(undefined, {
      namespaceSelector: { any: true },
      selector: { matchLabels: { a: 'b' } },
    });
    expect(unknown(prometheus(), monitor, service())).toMatchObject([
      { link: 'L7', reason: expect.stringMatching(/^it searches all namespaces/) },
    ]);
  });

  test('names the rule and the label that only a cluster tells', () => {
    const monitor = serviceMonitor([{ port: 'http', relabelings: keeping('__meta_kubernetes_pod_node_name') }]);
    expect(unknown(prometheus(), monitor, service(), deployment())).toMatchObject([
      {
        link: 'L9',
        reason:
          'whether Service shop/web is kept by spec.endpoints[0].relabelings[0] depends on __meta_kubernetes_pod_node_name, which only a cluster tells',
      },
    ]);
  });

  test('names the Service whose pods are not shown, also beside one that is scraped', () => {
    const monitor = serviceMonitor([{ targetPort: 'http' }]);
    const hidden = service(undefined, { name: 'hidden', namespace: 'else' });
    const searching = serviceMonitor([{ targetPort: 8080 }], { namespaceSelector: { any: true } });
    expect(unknown(prometheus(), monitor, service([{ name: 'a', port: 1, targetPort: 2 }]))).toMatchObject([
      { link: 'L9', reason: expect.stringMatching(/Service shop\/web is kept by .*targetPort depends on its pods/) },
    ]);
    expect(unknown(prometheus(), searching, service(), deployment(), hidden)).toMatchObject([
      { link: 'L9', reason: expect.stringMatching(/Service else\/hidden/) },
    ]);
  });

  test('names the Secret without which the Operator skips a monitor, and keeps its targets', () => {
    const monitor = serviceMonitor([{ port: 'http', bearerTokenSecret: { name: 'api', key: 'token' } }]);
    const bag = [prometheus(), monitor, service(), deployment()];
    const evaluation = evaluateYaml(bag.join('\n---\n'), 'objects.yaml');
    expect(evaluation.targets()).toMatchObject({
      targets: [{ service: 'web' }],
      unknown: [
        {
          object: { kind: 'ServiceMonitor', namespace: 'shop', name: 'web' },
          link: 'L5',
          reason:
            'it needs the key "token" of Secret shop/api, which is not among these objects; without it the Operator skips the whole ServiceMonitor',
        },
      ],
    });
    expect(
      unknown(
        ...bag,
        object('v1', 'Secret', { name: 'api', namespace: 'shop' }, undefined, { stringData: { token: 'x' } }),
      ),
    ).toEqual([]);
  });

  test('names what may make the pods', () => {
    const monitor = podMonitor(undefined, { selector: { matchLabels: { kafka: 'log' } } });
    const kafka = object('kafka.strimzi.io/v1', 'Kafka', { name: 'log' }, {});
    expect(unknown(prometheus(), monitor, deployment(), kafka)).toMatchObject([
      { reason: 'nothing here has the labels that it selects, and Kafka shop/log may make it' },
    ]);
  });

  test('names a Prometheus that refuses its configuration for what its own object says', () => {
    const jobs = JSON.stringify({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'more', namespace: 'monitoring' },
      stringData: { 'jobs.yaml': '- job_name: a\n- job_name: a\n' },
    });
    const own = prometheus({ additionalScrapeConfigs: { name: 'more', key: 'jobs.yaml' } });
    expect(unknown(own, jobs, serviceMonitor(), service(), deployment())).toMatchObject([
      {
        object: { kind: 'Prometheus' },
        link: 'L6',
        reason: expect.stringMatching(/^it refuses its configuration for what its own object says/),
      },
    ]);
  });
});
