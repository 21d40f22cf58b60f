import { describeCheck } from '../describe-check';
import { deployment, prometheus, service, serviceMonitor } from '../objects';

const keeping = (sourceLabel: string, regex: string) => ({ action: 'keep', sourceLabels: [sourceLabel], regex });
const withRules = (...relabelings: object[]) => serviceMonitor([{ port: 'http', relabelings }]);
const NAMESPACE = '__meta_kubernetes_namespace';

describeCheck('monitor/relabeled-away', {
  flags: [
    {
      title: 'a keep that keeps nothing, with what it reads',
      objects: [
        prometheus(),
        withRules({ targetLabel: 'team', replacement: 'a' }, keeping(NAMESPACE, 'shops')),
        service(),
        deployment(),
      ],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].relabelings[1]',
          level: 'error',
          message:
            'The relabeling with action keep, sourceLabels [__meta_kubernetes_namespace] and regex "shops" drops every target: for example, __meta_kubernetes_namespace is "shop".',
        },
      ],
    },
    {
      title: 'a label that is not there',
      objects: [
        prometheus(),
        withRules(keeping('__meta_kubernetes_service_annotation_scrape', 'true')),
        service(),
        deployment(),
      ],
      finds: [{ message: /__meta_kubernetes_service_annotation_scrape is not there/ }],
    },
    {
      title: 'a scrape class, once for all monitors that get it, in the Prometheus',
      objects: [
        prometheus({
          scrapeClasses: [{ name: 'strict', default: true, relabelings: [keeping(NAMESPACE, 'nowhere')] }],
        }),
        serviceMonitor(),
        serviceMonitor(undefined, {}, { name: 'more' }),
        service(),
        deployment(),
      ],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.scrapeClasses[0].relabelings[0]',
          message: /drops every target of ServiceMonitor shop\/more and ServiceMonitor shop\/web/,
        },
      ],
    },
    {
      title: 'as a warning at synth, since another app may bring what is kept',
      objects: [prometheus(), withRules(keeping(NAMESPACE, 'shops')), service(), deployment()],
      options: { absence: 'tree' },
      finds: [{ level: 'warning' }],
    },
  ],
  accepts: [
    {
      title: 'a rule that keeps one of two',
      objects: [
        prometheus(),
        withRules(keeping('__meta_kubernetes_service_name', 'web')),
        service(),
        service(undefined, { name: 'other' }),
        deployment(),
      ],
    },
    {
      title: 'a node that only a cluster knows',
      objects: [prometheus(), withRules(keeping('__meta_kubernetes_pod_node_name', 'gpu-.*')), service(), deployment()],
    },
    {
      title: 'a hash of the address',
      objects: [
        prometheus(),
        withRules(
          { action: 'hashmod', sourceLabels: ['__address__'], modulus: 7, targetLabel: '__tmp_x' },
          keeping('__tmp_x', '99'),
        ),
        service(),
        deployment(),
      ],
    },
    {
      title: 'a name that the controller of a Deployment makes up',
      objects: [
        prometheus(),
        withRules(keeping('__meta_kubernetes_pod_name', 'web-abc-12345')),
        service(),
        deployment(),
      ],
    },
    {
      title: 'labels of pods that are not among the objects',
      objects: [prometheus(), withRules(keeping('__meta_kubernetes_pod_label_tier', 'front')), service()],
    },
  ],
});
