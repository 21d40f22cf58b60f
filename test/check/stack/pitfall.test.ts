import { describeCheck } from '../describe-check';
import { argoApplication, fluxRelease } from './releases';

describeCheck('stack/pitfall', {
  flags: [
    {
      title: 'rules of the chart on shards',
      objects: fluxRelease('{ fullnameOverride: kps, prometheus: { prometheusSpec: { shards: 2 } } }'),
      finds: [{ field: 'prometheus.prometheusSpec.shards', level: 'warning', fix: /Thanos Ruler/ }],
    },
    {
      title: 'an agent that writes nowhere',
      objects: fluxRelease('{ prometheus: { agentMode: true } }'),
      finds: [{ field: 'prometheus.agentMode', level: 'warning', fix: /remoteWrite/ }],
    },
    {
      title: 'an alert that stays without its targets',
      objects: fluxRelease('{ kubelet: { enabled: false } }'),
      finds: [{ field: 'kubelet.enabled', level: 'warning', fix: /kubeletService\.enabled to false/ }],
    },
    {
      title: 'Grafana under Argo CD with a random password',
      objects: argoApplication(`values: |
  crds: { enabled: true }`),
      finds: [{ field: 'grafana.admin.existingSecret' }],
    },
  ],
  accepts: [
    {
      title: 'shards whose rules run elsewhere',
      objects: argoApplication(`values: |
  fullnameOverride: kps
  grafana: { admin: { existingSecret: grafana-admin } }
  prometheus: { prometheusSpec: { shards: 2, ruleSelector: null, ruleSelectorNilUsesHelmValues: false } }`),
    },
    {
      title: 'a component that is off as a whole',
      objects: fluxRelease(
        '{ kubeScheduler: { enabled: false }, kubelet: { enabled: false }, prometheusOperator: { kubeletService: { enabled: false } } }',
      ),
    },
    {
      title: 'Grafana with a random password where Helm itself installs',
      objects: fluxRelease('{ crds: { enabled: true } }'),
    },
  ],
});
