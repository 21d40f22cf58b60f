import { type Chart, Duration } from 'cdk8s';
import { Protocol, Secret, Service, ServiceType } from 'cdk8s-plus-27';
import { AppWorkload } from '../../lib/app/app-workload';
import { MonitoredApp } from '../../lib/app/monitored-app';
import { type MonitoredAppProps, MonitorKind } from '../../lib/app/monitored-app-props';
import { ScrapeAuth } from '../../lib/monitor/scrape-auth';
import { SecretKey } from '../../lib/monitor/secret-key';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { OperatorScope } from '../../lib/selection/operator-scope';
import { messageOf, newChart } from '../private/synth';
import { newApp, stack } from './fixtures';

/** What an app with these props is told, without the headline. */
function problemsOf(props: Partial<MonitoredAppProps>, chart: Chart = newChart({ namespace: 'shop' })): string[] {
  return messageOf(() => newApp(props, chart))
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

test('all problems of the props come in one error, which names the construct', () => {
  const chart = newChart({ namespace: 'shop' });
  expect(
    messageOf(
      () =>
        new MonitoredApp(chart, 'Web', {
          image: ' ',
          port: 0,
          portName: 'metrics-of-the-app',
          version: '1.0+build',
          replicas: 1.5,
          metrics: { interval: Duration.seconds(10), scrapeTimeout: Duration.seconds(15), path: 'metrics' },
          prometheus: stack({ serviceMonitorNamespaceSelector: NamespaceSelector.own() }),
        }),
    ),
  ).toBe(
    [
      'MonitoredApp test/Web has 9 problems:',
      '  image: is empty, and Kubernetes refuses a container without an image.',
      "    Fix: image: 'registry/name:tag'",
      '  name: "Web" may hold only lower-case letters, digits and hyphens, with a letter or digit at both ends. It names the workload, the Service and the monitor and is the construct id.',
      "    Fix: name: 'my-app'",
      '  version: "1.0+build" may hold only letters, digits, hyphens, underscores and dots, with a letter or digit at both ends.',
      '    Fix: shorten or rewrite the value of label "app.kubernetes.io/version".',
      '  port: 0 is no port number.',
      '    Fix: use a whole number from 1 to 65535.',
      '  portName: "metrics-of-the-app" has 18 characters, and Kubernetes takes at most 15 for a port name.',
      "    Fix: portName: 'metrics', or another short name.",
      '  metrics.scrapeTimeout: 15s is longer than interval 10s, and the Operator rejects such a monitor as a whole.',
      '    Fix: make scrapeTimeout at most 10s, or set a longer interval.',
      '  metrics.path: "metrics" does not begin with a slash, so the URL of the target would be broken.',
      "    Fix: path: '/metrics'",
      '  prometheus (ServiceMonitor metadata.namespace): serviceMonitorNamespaceSelector of Prometheus monitoring/stack does not reach namespace "shop" (it is absent, which means its own namespace only), so the object would never be read, and no label on it can change that.',
      '    Fix: put the object in namespace "monitoring", or widen serviceMonitorNamespaceSelector.',
      '  replicas: 1.5 is not a whole number of at least 0.',
      '    Fix: replicas: 2, for example.',
    ].join('\n'),
  );
  expect(chart.node.findAll().filter((c) => c.node.id === 'Workload')).toEqual([]);
});

describe('flags', () => {
  const inVault = SecretKey.fromSecretValue({
    secret: new Secret(newChart({ namespace: 'vault' }), 'Secret', { metadata: { name: 'web' } }),
    key: 'token',
  });

  test.each<[string, Partial<MonitoredAppProps>, string[]]>([
    [
      'a name that no Service can have',
      { name: '1web' },
      [
        'name: "1web" must begin with a letter, since a Service has this name. It names the workload, the Service and the monitor.',
        "Fix: name: 'my-app'",
      ],
    ],
    [
      'an instance that is no label value',
      { instance: 'blue/green' },
      [
        'instance: "blue/green" may hold only letters, digits, hyphens, underscores and dots, with a letter or digit at both ends.',
        'Fix: shorten or rewrite the value of label "app.kubernetes.io/instance".',
      ],
    ],
    [
      'a namespace that cannot be one',
      { namespace: 'Shop' },
      [
        'namespace: "Shop" may hold only lower-case letters, digits and hyphens, with a letter or digit at both ends.',
        'Fix: use the name of the namespace.',
      ],
    ],
    [
      'a namespace of the monitor that cannot be one',
      { metrics: { monitorNamespace: '' } },
      ['metrics.monitorNamespace: "" is empty.', 'Fix: use the name of the namespace.'],
    ],
    [
      'a label value that Kubernetes refuses',
      { labels: { team: 'blue team' } },
      [
        'labels: "blue team" may hold only letters, digits, hyphens, underscores and dots, with a letter or digit at both ends.',
        'Fix: shorten or rewrite the value of label "team".',
      ],
    ],
    [
      'a label key that Kubernetes refuses',
      { labels: { 'my team': 'blue' } },
      [
        'labels: the key "my team" must be a name of 1 to 63 letters, digits, hyphens, underscores and dots, with a letter or digit at both ends.',
        'Fix: rewrite the key, for example "example.com/team".',
      ],
    ],
    [
      'a label that has a prop of its own',
      { version: '1', labels: { 'app.kubernetes.io/version': '2' } },
      [
        'labels: "app.kubernetes.io/version" is a label that the app sets itself, to "1".',
        'Fix: use the prop version instead.',
      ],
    ],
    [
      'a name of the Service that would be overwritten',
      { service: { metadata: { name: 'front' } } },
      [
        'service.metadata.name: "front" would not take effect, since the app gives one name to all of its objects.',
        'Fix: use the prop name of the app.',
      ],
    ],
    [
      'a namespace of the workload that would be overwritten',
      { workload: AppWorkload.deployment({ metadata: { namespace: 'other' } }) },
      [
        'workload.metadata.namespace: "other" would not take effect, since the app gives one namespace to all of its objects.',
        'Fix: use the prop namespace of the app.',
      ],
    ],
    [
      'a label of the pods that would be overwritten',
      { workload: AppWorkload.deployment({ podMetadata: { labels: { 'app.kubernetes.io/name': 'other' } } }) },
      [
        'workload.podMetadata.labels: "app.kubernetes.io/name: other" would not take effect, since the app sets it to "web".',
        'Fix: leave it out, or use another key.',
      ],
    ],
    [
      'a metrics port with the name of the app’s',
      { metrics: { port: 9090, portName: 'http' } },
      [
        'metrics.portName: "http" is the name of the app\'s port too, and Kubernetes refuses two ports of one name.',
        "Fix: metrics: { portName: 'metrics' }, or another portName for the app.",
      ],
    ],
    [
      'a name for the metrics port where it is that of the app',
      { metrics: { portName: 'metrics' } },
      [
        'metrics.portName: "metrics" names a port of its own for metrics, but app and metrics share port 8080, which is named "http".',
        "Fix: portName: 'metrics', or set metrics.port to another number.",
      ],
    ],
    [
      'a metrics port that is none, with a name that is none',
      { metrics: { port: 70000, portName: '9090' } },
      [
        'metrics.port: 70000 is no port number.',
        'Fix: use a whole number from 1 to 65535.',
        'metrics.portName: "9090" has no letter, so Kubernetes would take it for a number; a monitor refers to the name of a port.',
        "Fix: portName: 'metrics', or another short name.",
      ],
    ],
    [
      'a Service that publishes the app where the metrics are',
      { metrics: { port: 9090 }, service: { port: 9090 } },
      [
        'service.port: 9090 is the metrics port too, and a Service cannot publish two ports under one number.',
        'Fix: publish the app under another number.',
      ],
    ],
    [
      'a second main port of the container',
      { container: { portNumber: 9000 } },
      ['container.portNumber: would be a second main port of the container.', 'Fix: set `port` of the app instead.'],
    ],
    [
      'a further port with the number of the app’s',
      { container: { ports: [{ number: 8080, name: 'other' }] } },
      [
        'container.ports[0]: "other" (8080) collides with the app\'s own port "http" (8080).',
        'Fix: leave it out, or use another number and name.',
      ],
    ],
    [
      'a further port with the name of the metrics port, over another protocol',
      { metrics: { port: 9090 }, container: { ports: [{ number: 8080, name: 'metrics', protocol: Protocol.UDP }] } },
      [
        'container.ports[0]: "metrics" (8080) collides with the app\'s own port "metrics" (9090).',
        'Fix: leave it out, or use another number and name.',
      ],
    ],
    [
      'a further port with a name that Kubernetes refuses',
      { container: { ports: [{ number: 9000, name: 'GRPC' }] } },
      [
        'container.ports[0].name: "GRPC" may hold only lower-case letters, digits and single hyphens, with a letter or digit at both ends.',
        'Fix: use another short name.',
      ],
    ],
    [
      'a further container with a port of the app',
      { workload: AppWorkload.deployment({ containers: [{ image: 'p:1', ports: [{ number: 9000, name: 'http' }] }] }) },
      [
        'workload.containers[0].ports[0]: "http" (9000) collides with the app\'s own port "http" (8080).',
        'Fix: leave it out, or use another number and name.',
      ],
    ],
    [
      'a ServiceMonitor without a Service',
      { service: { enabled: false }, metrics: { monitor: MonitorKind.SERVICE_MONITOR } },
      [
        'metrics.monitor: is SERVICE_MONITOR, but service.enabled is false, so it would find nothing.',
        'Fix: leave metrics.monitor out for a PodMonitor, or keep the Service.',
      ],
    ],
    [
      'labels of the Service for a PodMonitor',
      { metrics: { monitor: MonitorKind.POD_MONITOR, targetLabels: ['tier'] } },
      [
        'metrics.targetLabels: copies labels of the Service, which a PodMonitor does not know.',
        'Fix: use metrics.podTargetLabels.',
      ],
    ],
    [
      'a StatefulSet without a Service',
      { workload: AppWorkload.statefulSet(), service: { enabled: false } },
      [
        'service.enabled: is false, but a StatefulSet needs a Service that gives its pods their names.',
        'Fix: keep the Service, or pass another one: AppWorkload.statefulSet({ service }).',
      ],
    ],
    [
      'a StatefulSet whose governing Service is published',
      { workload: AppWorkload.statefulSet(), service: { type: ServiceType.LOAD_BALANCER } },
      [
        'service.type: is LoadBalancer, but the Service is headless, since it governs a StatefulSet, and Kubernetes refuses the two together.',
        'Fix: leave type out, and publish the pods by a further Service; or set headless: false.',
      ],
    ],
    [
      'a headless Service that is published',
      { service: { headless: true, type: ServiceType.NODE_PORT } },
      [
        'service.type: is NodePort, but the Service is headless, and Kubernetes refuses the two together.',
        'Fix: leave out type or headless.',
      ],
    ],
    [
      'a Service that leads out of the cluster',
      { service: { type: ServiceType.EXTERNAL_NAME } },
      [
        'service.type: ExternalName leads out of the cluster and never to the pods of the app.',
        'Fix: leave it out, or use another type.',
      ],
    ],
    [
      'a name that a StatefulSet cannot put on its pods',
      { name: 'x'.repeat(53), workload: AppWorkload.statefulSet() },
      [
        `name: "${'x'.repeat(53)}" has 53 characters, and a StatefulSet takes at most 52: its pods carry the name and a hash in one label, and are never created when that grows too long.`,
        'Fix: shorten the name.',
      ],
    ],
    [
      'a number of pods for a DaemonSet',
      { workload: AppWorkload.daemonSet(), replicas: 2 },
      ['replicas: has no meaning for a DaemonSet, which runs one pod on each node.', 'Fix: leave it out.'],
    ],
    [
      'two numbers of pods',
      { workload: AppWorkload.deployment({ replicas: 2 }), replicas: 3 },
      ['replicas: is 3 here and 2 in workload.', 'Fix: set it once.'],
    ],
    [
      'a timeout above the interval of the Prometheus',
      { prometheus: stack(), metrics: { scrapeTimeout: Duration.minutes(1) } },
      [
        "metrics.scrapeTimeout: 1m is longer than Prometheus' own scrapeInterval 30s, and the Operator rejects such a monitor as a whole.",
        'Fix: make scrapeTimeout at most 30s, or set a longer interval.',
      ],
    ],
    [
      'a Secret outside of the namespace of the app',
      { metrics: { auth: ScrapeAuth.bearerToken(inVault) } },
      [
        'metrics.auth: Secret "web" is in namespace "vault", but the Operator reads it in the monitor\'s namespace "shop" and rejects the monitor when it is not there.',
        'Fix: create the Secret in "shop".',
      ],
    ],
    [
      'a Prometheus that takes no PodMonitors',
      { prometheus: stack({ podMonitorSelector: undefined }), metrics: { monitor: MonitorKind.POD_MONITOR } },
      [
        'prometheus (PodMonitor metadata.labels): podMonitorSelector of Prometheus monitoring/stack is absent, which means that it selects nothing, whatever labels an object has.',
        'Fix: set podMonitorSelector on the Prometheus object; {} selects everything.',
      ],
    ],
    [
      'a label that the Prometheus wants otherwise',
      { prometheus: stack(), labels: { release: 'other' } },
      [
        'prometheus (ServiceMonitor metadata.labels): serviceMonitorSelector of Prometheus monitoring/stack asks for "release: stack", but the label "release" is "other", so the object would not be selected.',
        'Fix: remove the label "release", or set it to "stack".',
      ],
    ],
    [
      'a monitor elsewhere that its Prometheus would keep from the app',
      { prometheus: stack({ ignoreNamespaceSelectors: true }), metrics: { monitorNamespace: 'monitoring' } },
      [
        'metrics.monitorNamespace: Prometheus monitoring/stack has ignoreNamespaceSelectors, so a monitor in "monitoring" cannot reach the app in "shop".',
        'Fix: leave monitorNamespace out.',
      ],
    ],
  ])('%s', (_title, props, expected) => {
    expect(problemsOf(props)).toEqual(expected);
  });

  test('a label of the chart that the Prometheus wants otherwise', () => {
    const chart = newChart({ namespace: 'shop', labels: { release: 'other' } });
    expect(problemsOf({ prometheus: stack() }, chart)[0]).toContain(
      'asks for "release: stack", but the label "release" is "other"',
    );
  });

  test('a namespace for the monitor where nobody knows that of the app', () => {
    expect(problemsOf({ metrics: { monitorNamespace: 'monitoring' } }, newChart())).toEqual([
      'metrics.monitorNamespace: puts the monitor into "monitoring", but the namespace of the app is left to the deploying tool, so the monitor cannot be told where to look.',
      "Fix: set namespace of the app or of its chart, for example 'default'.",
    ]);
  });
});

describe('accepts', () => {
  test.each<[string, Partial<MonitoredAppProps>]>([
    ['a name with a digit in front where there is no Service', { name: '1web', service: { enabled: false } }],
    ['the longest name of a StatefulSet', { name: 'x'.repeat(52), workload: AppWorkload.statefulSet() }],
    ['a longer name of a Deployment', { name: 'x'.repeat(63) }],
    ['an instance that is a label value and no name', { instance: 'web_2.0' }],
    ['a label that says what the app says', { labels: { 'app.kubernetes.io/name': 'web' } }],
    ['the number of the app for metrics, too', { metrics: { port: 8080, portName: 'http' } }],
    ['the same number of pods said twice', { workload: AppWorkload.deployment({ replicas: 2 }), replicas: 2 }],
    [
      'a further port with the number of the app’s over UDP',
      { container: { ports: [{ number: 8080, protocol: Protocol.UDP }] } },
    ],
    [
      'a StatefulSet behind a load balancer that is not headless',
      { workload: AppWorkload.statefulSet(), service: { headless: false, type: ServiceType.LOAD_BALANCER } },
    ],
    [
      'a monitor in the namespace of the app for a Prometheus that lets it look nowhere else',
      { prometheus: stack({ ignoreNamespaceSelectors: true }), metrics: { monitorNamespace: 'shop' } },
    ],
    [
      'a monitor in the one namespace where its Prometheus looks',
      {
        prometheus: stack({
          serviceMonitorNamespaceSelector: NamespaceSelector.own(),
          operatorScope: OperatorScope.only('monitoring'),
        }),
        metrics: { monitorNamespace: 'monitoring' },
      },
    ],
    [
      'a Prometheus that takes everything',
      { prometheus: stack({ serviceMonitorSelector: LabelSelector.everything() }) },
    ],
  ])('%s', (_title, props) => {
    expect(newApp(props).all().length).toBeGreaterThanOrEqual(2);
  });

  test('a StatefulSet that another Service governs, without one of its own', () => {
    const chart = newChart({ namespace: 'shop' });
    const service = new Service(chart, 'Governing', { clusterIP: 'None', ports: [{ port: 7000 }] });
    const { app } = newApp({ workload: AppWorkload.statefulSet({ service }), service: { enabled: false } }, chart);
    expect(app.service).toBeUndefined();
  });
});

test.each<[string, Partial<MonitoredAppProps>, string]>([
  ['a port of a Service that is not there', { service: { enabled: false, port: 80 } }, 'service.port: has no effect'],
  ['another port of a headless Service', { service: { headless: true, port: 81 } }, 'service.port: is 81, but the'],
  [
    'a Role that would have to grant nodes',
    { prometheus: stack(), discoveryRole: true, metrics: { attachNodeMetadata: true } },
    'discoveryRole: cannot grant what metrics.attachNodeMetadata needs',
  ],
  ['a label name that cannot be', { metrics: { jobLabel: '' } }, 'metrics.jobLabel: "" must be a name'],
])('%s is refused', (_title, props, said) => {
  expect(problemsOf(props).join('\n')).toContain(said);
});
