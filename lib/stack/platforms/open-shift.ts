import { downAlert, off } from './control-plane';
import { NAMESPACE, type PlatformSetting } from './platform-setting';

const ELSEWHERE = 'its pods are in a namespace of the platform, whose own Prometheus scrapes them';

/**
 * OpenShift beside the monitoring that it brings: nothing that the platform owns is touched, and no pod asks for a user
 * that the restricted SCC refuses.
 */
export function openShift(): PlatformSetting[] {
  return [
    off('crds', 'the cluster-version operator owns the CRDs and puts its own version back.'),
    ...(['kubeControllerManager', 'kubeScheduler', 'kubeProxy'] as const).map((part) =>
      off(part, `${ELSEWHERE}; without a target ${downAlert(part)} fires for ever.`),
    ),
    off('kubeEtcd', `${ELSEWHERE}; its alerts and dashboard stay empty.`),
    off('coreDns', `${ELSEWHERE}; its dashboard stays empty.`),
    off(
      'kubelet',
      'the Operator of the platform keeps the same Service of all kubelets, so each would be scraped twice, which breaks rules that join on it.',
    ),
    off(
      'prometheusOperator.kubeletService',
      'the platform has such a Service; KubeletDown follows this value, and fires for ever where the kubelets are not scraped.',
    ),
    off('nodeExporter', 'port 9100 of each node is taken by the node-exporter of the platform.'),
    off(
      'prometheusOperator.admissionWebhooks',
      'it would judge the rules of the platform too; the jobs that make its certificate ask for a fixed user.',
    ),
    off('prometheusOperator.tls', 'without the webhook nobody makes the certificate that the Operator would mount.'),
    {
      path: 'prometheusOperator.namespaces.releaseNamespace',
      value: true,
      reason:
        'an Operator that watches all namespaces fights with that of the platform over openshift-monitoring; add namespaces with your monitors to prometheusOperator.namespaces.additional.',
    },
    ...['prometheus', 'alertmanager', 'thanosRuler'].map((kind) => ({
      path: `prometheusOperator.${kind}InstanceNamespaces`,
      value: [NAMESPACE],
      reason: 'whatever else the Operator watches, it runs the instances of this release only.',
    })),
    ...[
      'prometheus.prometheusSpec',
      'alertmanager.alertmanagerSpec',
      'thanosRuler.thanosRulerSpec',
      'prometheusOperator',
      'prometheusOperator.admissionWebhooks.patch',
      'grafana',
    ].map((owner) => ({
      path: `${owner}.securityContext`,
      value: null,
      reason: 'the restricted SCC refuses fixed user and group ids and chooses them itself.',
    })),
    off('kube-state-metrics.securityContext', 'the restricted SCC refuses fixed user and group ids here as well.'),
    off(
      'grafana.initChownData',
      'it runs as root, which the restricted SCC refuses; only a Grafana with a volume has it.',
    ),
  ];
}
