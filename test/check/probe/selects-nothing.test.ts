import { describeCheck } from '../describe-check';
import { ingress, ingressProbe, object, scraper } from '../manifests';

const SERVICE = object('v1', 'Service', 'web', { spec: { ports: [{ port: 80 }] } });

describeCheck('probe/selects-nothing', {
  flags: [
    {
      title: 'a label that nearly fits',
      objects: [
        scraper(),
        SERVICE,
        ingress([{ host: 'a' }]),
        ingressProbe({ selector: { matchLabels: { app: 'wob' } } }),
      ],
      finds: [
        {
          object: 'Probe shop/web',
          field: 'spec.targets.ingress.selector',
          level: 'error',
          message:
            'No Ingress in namespace "shop" is labelled app=wob. Ingress shop/web would be taken but for app, which is "web" there.',
          related: ['Ingress shop/web'],
        },
      ],
    },
    {
      title: 'an Ingress of another namespace',
      objects: [scraper(), ingress([{ host: 'a' }], { namespace: 'pay' }), ingressProbe({})],
      finds: [
        {
          field: 'spec.targets.ingress.namespaceSelector',
          message: 'It looks in namespace "shop" alone, and what it selects is in namespace "pay": Ingress pay/web.',
          patch: [{ op: 'add', path: '/spec/targets/ingress/namespaceSelector', value: { matchNames: ['pay'] } }],
        },
      ],
    },
    {
      title: 'a namespaceSelector that the Prometheus ignores',
      objects: [
        scraper({ ignoreNamespaceSelectors: true }),
        ingress([{ host: 'a' }], { namespace: 'pay' }),
        ingressProbe({ namespaceSelector: { any: true } }),
      ],
      finds: [{ fix: /since the Prometheus has ignoreNamespaceSelectors: true/, patch: undefined }],
    },
    {
      title: 'an Ingress with a default backend alone',
      objects: [scraper(), ingress([]), ingressProbe({})],
      finds: [{ field: 'spec.targets.ingress', message: /has no rule, and a default backend is not probed/ }],
    },
  ],
  accepts: [
    { title: 'a namespace of which nothing is shown', objects: [scraper(), ingressProbe({})] },
    {
      title: 'a value that is a regular expression and fits',
      objects: [scraper(), ingress([{ host: 'a' }]), ingressProbe({ selector: { matchLabels: { app: 'w.b' } } })],
    },
  ],
});
