import { stackOf } from '../../../lib/simulator/stack/stack-of';
import type { StackSpec } from '../../../lib/simulator/stack/stack-spec';
import { describeCheck } from '../describe-check';
import { ingress, ingressProbe, probe, scrapeConfig } from '../manifests';
import { deployment, prometheus as plain, podMonitor, service, serviceMonitor } from '../objects';
import { alert, loading, rules } from './rules';

const COMPLETE = { absence: 'complete' } as const;
const MONITORED = [serviceMonitor(), service(), deployment()];
/** Prometheus `monitoring/k8s`, which loads every rule and takes every monitor. */
const scraping = (spec: object = {}) => loading({ ...TAKING, ...spec });
const TAKING = {
  probeSelector: {},
  probeNamespaceSelector: {},
  scrapeConfigSelector: {},
  scrapeConfigNamespaceSelector: {},
};
const other = (spec: object = {}) => plain(spec, { name: 'other' });

describeCheck('rule/dead-selector', {
  flags: [
    {
      title: 'a job of which nothing is there, in a namespace that is monitored',
      objects: [loading(), ...MONITORED, alert('up{job="wbe",namespace="shop"} == 0')],
      finds: [
        {
          object: 'PrometheusRule shop/web',
          field: 'spec.groups[0].rules[0].expr',
          level: 'error',
          message:
            'No target of Prometheus monitoring/k8s with namespace="shop" has job="wbe" (there job is "web"), so up{job="wbe",namespace="shop"} finds nothing, and alert "WebDown" never fires.',
          fix: 'write job="web".',
          patch: [{ op: 'replace', path: '/spec/groups/0/rules/0/expr', value: 'up{job="web",namespace="shop"} == 0' }],
          related: ['Prometheus monitoring/k8s'],
        },
      ],
    },
    {
      title: 'a URL that a Probe does not list',
      objects: [scraping(), probe(), alert('probe_success{job="probe/shop/web",instance="https://shop.exmple"} == 0')],
      options: COMPLETE,
      finds: [{ level: 'error', message: /\(there instance is "https:\/\/shop\.example"\)/ }],
    },
    {
      title: 'a namespace, which a target of a ScrapeConfig does not have',
      objects: [
        scraping(),
        scrapeConfig({ jobName: 'db', staticConfigs: [{ targets: ['db:9187'] }] }),
        alert('up{job="db",namespace="shop"} == 0'),
      ],
      options: COMPLETE,
      finds: [
        { level: 'error', message: /No target of Prometheus monitoring\/k8s with job="db" has namespace="shop"/ },
      ],
    },
    {
      title: 'another job than that of a Probe of Ingresses',
      objects: [
        scraping(),
        ingressProbe({ selector: {} }),
        ingress([{ host: 'a.example' }]),
        alert('up{job="probe/shop/wbe"} == 0'),
      ],
      options: COMPLETE,
      finds: [{ message: /job="probe\/shop\/wbe"/ }],
    },
    {
      title: 'with less certainty what a target exposes',
      objects: [loading(), ...MONITORED, alert('rate(http_requests_total{job="wbe",namespace="shop"}[5m]) > 1')],
      finds: [{ level: 'warning', message: /never fires/ }],
    },
    {
      title: 'the name of the Service as the job of a PodMonitor',
      objects: [loading(), podMonitor(), service(), deployment(), alert('up{job="shop"} == 0')],
      finds: [{ level: 'warning', fix: 'write job="shop/web".' }],
    },
    {
      title: 'labels of two targets that no target has together',
      objects: [loading(), ...MONITORED, alert('up{job="web",namespace="shop",container="sidecar"} == 0')],
      finds: [{ message: /with job="web" and namespace="shop" has container="sidecar" \(there container is "web"\)/ }],
    },
    {
      title: 'what the targets that certainly fit have, and not those of which little is known',
      objects: [loading(), ...MONITORED, alert('up{job="wbe",namespace="shop"} == 0')],
      options: { stacks: [stackOf('kps/monitoring', [], '88.5.3').stack as StackSpec] },
      finds: [{ message: /has job="wbe" \(there job is "web"\)/, fix: 'write job="web".' }],
    },
    {
      title: 'without a Prometheus, and then none is pointed at',
      objects: [...MONITORED, alert('up{job="wbe",namespace="shop"} == 0')],
      finds: [{ level: 'warning', message: /^No target of a Prometheus with default settings /, related: [] }],
    },
    {
      title: 'any namespace, where the objects are complete',
      objects: [loading(), ...MONITORED, alert('sum(up{job=~"api|backend"}) < 1')],
      options: COMPLETE,
      finds: [{ level: 'error', message: /^No target of Prometheus monitoring\/k8s has job=~"api\|backend" \(/ }],
    },
    {
      title: 'a label that no target has, of what Prometheus itself makes of each scrape',
      objects: [loading(), podMonitor(), deployment(), alert('up{job="shop/web",namespace="shop",service="web"} == 0')],
      options: COMPLETE,
      finds: [{ message: /with job="shop\/web" and namespace="shop" has service="web"/ }],
    },
    {
      title: 'an expression that is only a part of the value',
      objects: [loading(), ...MONITORED, alert('up{job=~"we",namespace="shop"} == 0')],
      options: COMPLETE,
      finds: [{ message: /has job=~"we"/ }],
    },
    {
      title: 'an expression that leaves out all there are',
      objects: [loading(), ...MONITORED, alert('up{job!~"web|api",namespace="shop"} == 0')],
      options: COMPLETE,
      finds: [{ message: /has job!~"web\|api"/ }],
    },
    {
      title: 'a recording rule that records nothing',
      objects: [
        loading(),
        ...MONITORED,
        rules(
          { record: 'job:up:sum', expr: 'sum by (job) (up{job="api"})' },
          { alert: 'ApiDown', expr: 'job:up:sum{job="api"} < 1' },
        ),
      ],
      options: COMPLETE,
      finds: [{ field: 'spec.groups[0].rules[0].expr', message: /"job:up:sum" is never recorded/ }],
    },
    {
      title: 'one side of an or',
      objects: [loading(), ...MONITORED, alert('up{job="web"} == 0 or up{job="api"} == 0')],
      options: COMPLETE,
      finds: [{ level: 'warning', message: /this part of the expression has no effect/ }],
    },
    {
      title: 'a Prometheus that loads the rule while another one has the targets',
      objects: [
        loading({ serviceMonitorSelector: { matchLabels: { of: 'k8s' } } }),
        other(),
        ...MONITORED,
        alert('up{job="web",namespace="shop"} == 0'),
      ],
      finds: [{ level: 'warning', message: /Prometheus monitoring\/other has some, and does not load it\.$/ }],
    },
    {
      title: 'the namespace that the Operator adds to every selector',
      objects: [loading({ enforcedNamespaceLabel: 'namespace' }), ...MONITORED, alert('up{job="api"} == 0')],
      finds: [{ level: 'error', fix: 'write job="web".' }],
    },
  ],
  accepts: [
    {
      title: 'what an exporter that is not here exposes of other namespaces',
      objects: [
        loading(),
        ...MONITORED,
        alert('kube_pod_container_status_restarts_total{job="kube-state-metrics",namespace="shop"} > 3'),
      ],
    },
    {
      title: 'the same without a Prometheus',
      objects: [...MONITORED, alert('kube_pod_info{job="kube-state-metrics",namespace="shop"} > 3')],
    },
    {
      title: 'a job that nothing here has, since something elsewhere may',
      objects: [loading(), ...MONITORED, alert('up{job="node-exporter"} == 0')],
    },
    {
      title: 'what exporters elsewhere say of a namespace',
      objects: [loading(), ...MONITORED, alert('kube_pod_status_ready{namespace="shop",pod="api-0"} == 0')],
    },
    {
      title: 'a label that only the metric has',
      objects: [
        loading(),
        podMonitor(),
        deployment(),
        alert('requests{job="shop/web",namespace="shop",service="x"} > 1'),
      ],
      options: COMPLETE,
    },
    {
      title: 'targets that may say what they like',
      objects: [
        loading(),
        serviceMonitor([{ port: 'http', honorLabels: true }]),
        service(),
        deployment(),
        alert('pushed{job="backup",namespace="shop"} > 1'),
      ],
      options: COMPLETE,
    },
    {
      title: 'labels that a relabeling of metrics sets',
      objects: [
        loading(),
        serviceMonitor([{ port: 'http', metricRelabelings: [{ targetLabel: 'job', replacement: 'x' }] }]),
        service(),
        deployment(),
        alert('requests{job="x",namespace="shop"} > 1'),
      ],
      options: COMPLETE,
    },
    {
      title: 'labels that a Probe has, or gives to its targets',
      objects: [
        scraping(),
        probe({
          jobName: 'site',
          targets: { staticConfig: { static: ['https://shop.example'], labels: { service: 'front' } } },
        }),
        alert('probe_success{job="site",namespace="shop",instance="https://shop.example",service="front"} == 0'),
      ],
      options: COMPLETE,
    },
    {
      title: 'the job that a ScrapeConfig with discovery names',
      objects: [
        scraping(),
        scrapeConfig({ jobName: 'db', dnsSDConfigs: [{ names: ['db.example.com'], type: 'A', port: 9187 }] }),
        alert('up{job="db"} == 0'),
      ],
      options: COMPLETE,
    },
    {
      title: 'a namespace that what is scraped may expose itself',
      objects: [
        scraping(),
        scrapeConfig({ jobName: 'db', staticConfigs: [{ targets: ['db:9187'] }] }),
        alert('busy{job="db",namespace="shop"} == 0'),
      ],
      options: COMPLETE,
    },
    ...[
      { httpSDConfigs: [{ url: 'http://inventory' }] },
      { staticConfigs: [{ targets: ['db:9187'] }], honorLabels: true },
      { staticConfigs: [{ targets: ['db:9187'] }], metricRelabelings: [{ targetLabel: 'job', replacement: 'any' }] },
      { kubernetesSDConfigs: [{ role: 'Pod' }], relabelings: [{ targetLabel: 'job', sourceLabels: ['a'] }] },
      { staticConfigs: [] },
    ].map((spec) => ({
      title: `a ScrapeConfig that may have any labels, with ${Object.keys(spec).join(' and ')}`,
      objects: [scraping(), scrapeConfig(spec), alert('busy{job="any",namespace="blog"} == 0')],
      options: COMPLETE,
    })),
    {
      title: 'what a role discovers in namespaces of which nothing is here',
      objects: [
        scraping(),
        scrapeConfig({ kubernetesSDConfigs: [{ role: 'Pod' }] }),
        alert('up{job="scrapeConfig/shop/web",instance="10.0.0.1:80",namespace="blog"} == 0'),
      ],
    },
    {
      title: 'a Probe that nobody takes',
      objects: [
        scraping({ probeSelector: { matchLabels: { release: 'x' } } }),
        probe(),
        alert('up{job="probe/shop/web"} == 0'),
      ],
      options: COMPLETE,
    },
    {
      title: 'a monitor whose chain is broken, which is a mistake of its own',
      objects: [
        loading(),
        serviceMonitor([{ port: 'metrics' }]),
        service(),
        deployment(),
        alert('up{job="web",namespace="shop"} == 0'),
      ],
      options: COMPLETE,
    },
    {
      title: 'a monitor of which nothing is there yet',
      objects: [loading(), serviceMonitor(), alert('up{job="web",namespace="shop"} == 0')],
      options: COMPLETE,
    },
    {
      title: 'a monitor that nobody takes',
      objects: [
        loading({ serviceMonitorSelector: { matchLabels: { release: 'x' } } }),
        ...MONITORED,
        alert('up{job="web",namespace="shop"} == 0'),
      ],
      options: COMPLETE,
    },
    {
      title: 'a Prometheus with scrape configurations of its own',
      objects: [
        loading({ additionalScrapeConfigs: { name: 'more', key: 'more', optional: true } }),
        ...MONITORED,
        alert('up{job="api",namespace="shop"} == 0'),
      ],
      options: COMPLETE,
    },
    {
      title: 'a Prometheus that is written to',
      objects: [
        loading({ enableRemoteWriteReceiver: true }),
        ...MONITORED,
        alert('up{job="api",namespace="shop"} == 0'),
      ],
      options: COMPLETE,
    },
    {
      title: 'a pod whose name only a cluster makes up',
      objects: [loading(), ...MONITORED, alert('up{job="web",pod=~"web-.*",instance="10.0.0.1:8080"} == 0')],
      options: COMPLETE,
    },
    {
      title: 'the whole name of a pod',
      objects: [loading(), ...MONITORED, alert('up{job="web",pod="web-6d4b75cb6d-hwxr9"} == 0')],
      options: COMPLETE,
    },
    {
      title: 'a metric that a rule records',
      objects: [
        loading(),
        ...MONITORED,
        rules(
          { record: 'busy', expr: 'vector(1)', labels: { job: 'api' } },
          { alert: 'Busy', expr: 'busy{job="api"}' },
        ),
      ],
      options: COMPLETE,
    },
    {
      title: 'rules that nobody loads',
      objects: [plain(), ...MONITORED, alert('up{job="api"} == 0')],
      options: COMPLETE,
    },
  ],
});
