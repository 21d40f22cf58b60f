import { describeCheck } from '../describe-check';
import { argoApplication, fluxRelease } from './releases';

describeCheck('stack/values', {
  flags: [
    {
      title: 'a field that no label selector has',
      objects: fluxRelease('{ prometheus: { prometheusSpec: { ruleNamespaceSelector: { any: true } } } }'),
      finds: [{ field: 'prometheus.prometheusSpec.ruleNamespaceSelector.any', level: 'error', fix: /matchLabels/ }],
    },
    {
      title: 'a form of older charts that is dropped',
      objects: fluxRelease(
        '{ prometheus: { prometheusSpec: { thanos: { objectStorageConfig: { name: thanos, key: objstore.yml } } } } }',
      ),
      finds: [
        {
          object: 'HelmRelease monitoring/stack',
          field: 'prometheus.prometheusSpec.thanos.objectStorageConfig',
          level: 'error',
          fix: /existingSecret: \{ name: thanos, key: objstore.yml \}/,
        },
      ],
    },
    {
      title: 'settings of a part that is off',
      objects: fluxRelease('{ grafana: { ingress: { hosts: [grafana.example.com] } } }'),
      finds: [{ field: 'grafana.ingress', level: 'error', fix: /grafana\.ingress\.enabled: true/ }],
    },
    {
      title: 'a map where a list of texts is needed',
      objects: fluxRelease('{ prometheus: { ingress: { enabled: true, hosts: [{ host: a.example.com }] } } }'),
      finds: [{ field: 'prometheus.ingress.hosts[0]' }],
    },
    {
      title: 'a duration without a unit',
      objects: fluxRelease('{ prometheus: { prometheusSpec: { retention: 10 } } }'),
      finds: [{ field: 'prometheus.prometheusSpec.retention', level: 'error' }],
    },
    {
      title: 'a text that Helm takes for true',
      objects: argoApplication('valuesObject: { prometheus: { enabled: "false" } }'),
      finds: [{ field: 'prometheus.enabled', level: 'error' }],
    },
  ],
  accepts: [
    {
      title: 'numbers in quotes, which are printed the same',
      objects: fluxRelease('{ prometheus: { service: { port: "9090" } } }'),
    },
    {
      title: 'nothing where there is something by default',
      objects: fluxRelease('{ prometheus: { prometheusSpec: { resources: null, storageSpec: {}, retention: "" } } }'),
    },
    {
      title: 'a part that is off on purpose',
      objects: fluxRelease('{ grafana: { ingress: { enabled: false, hosts: [grafana.example.com] } } }'),
    },
    {
      title: 'an unknown key, which is told elsewhere',
      objects: fluxRelease('{ anything: 1 }'),
    },
  ],
});
