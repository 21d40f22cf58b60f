import { describeCheck } from '../describe-check';
import { argoApplication, fluxRelease } from './releases';

describeCheck('stack/contradiction', {
  flags: [
    {
      title: 'an Operator that does not watch its own namespace',
      objects: fluxRelease('{ prometheusOperator: { namespaces: { additional: [shop] } } }'),
      finds: [{ field: 'prometheusOperator.namespaces', level: 'error', fix: /releaseNamespace to true/ }],
    },
    {
      title: 'webhooks without the certificate that TLS needs',
      objects: fluxRelease('{ prometheusOperator: { admissionWebhooks: { enabled: false } } }'),
      finds: [{ field: 'prometheusOperator.admissionWebhooks.enabled', level: 'error', fix: /tls\.enabled/ }],
    },
    {
      title: 'a route to a receiver that is not there',
      objects: fluxRelease(
        '{ alertmanager: { config: { receivers: [{ name: "null" }, { name: chat }], route: { receiver: chat, routes: [{ receiver: chats }] } } } }',
      ),
      finds: [
        { field: 'alertmanager.config.route.routes[0].receiver', message: /"chats" is no receiver .*"null", "chat"/ },
      ],
    },
    {
      title: 'receivers that replace the one of the chart',
      objects: fluxRelease('{ alertmanager: { config: { receivers: [{ name: chat }], route: { receiver: chat } } } }'),
      finds: [{ field: 'alertmanager.config.receivers', message: /Watchdog/ }],
    },
    {
      title: 'a second default data source',
      objects: fluxRelease('{ grafana: { additionalDataSources: [{ name: Loki, type: loki, isDefault: true }] } }'),
      finds: [{ field: 'grafana.additionalDataSources[0].isDefault' }],
    },
  ],
  accepts: [
    {
      title: 'an Operator for some namespaces, its own among them',
      objects: fluxRelease('{ prometheusOperator: { namespaces: { releaseNamespace: true, additional: [shop] } } }'),
    },
    {
      title: 'a configuration of ones own, complete',
      objects: fluxRelease(
        '{ alertmanager: { config: { receivers: [{ name: chat }], route: { receiver: chat, routes: [] } } } }',
      ),
    },
    {
      title: 'webhooks off together with TLS',
      objects: fluxRelease(
        '{ prometheusOperator: { admissionWebhooks: { enabled: false }, tls: { enabled: false } } }',
      ),
    },
    {
      title: 'what a values file elsewhere may complete',
      objects: argoApplication(`valueFiles: [more.yaml]
valuesObject: { prometheus: { networkPolicy: { enabled: true } } }`),
    },
  ],
});
