import { describeCheck } from '../describe-check';
import { ingress, ingressProbe, scraper } from '../manifests';

describeCheck('probe/ingress-host', {
  flags: [
    {
      title: 'a rule without a host, at the rule',
      objects: [scraper(), ingress([{ host: 'a' }, {}]), ingressProbe({})],
      finds: [
        {
          object: 'Ingress shop/web',
          field: 'spec.rules[1]',
          level: 'error',
          message: 'The rule names no host, and Probe shop/web takes the Ingress: nobody can say which host to probe.',
          related: ['Probe shop/web'],
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a rule without a host that the Probe leaves out',
      objects: [
        scraper(),
        ingress([{ host: 'a' }, {}]),
        ingressProbe({
          relabelingConfigs: [{ sourceLabels: ['__meta_kubernetes_ingress_host'], regex: '.+', action: 'keep' }],
        }),
      ],
    },
    {
      title: 'a rule without a host for which a relabeling says what to probe',
      objects: [
        scraper(),
        ingress([{}]),
        ingressProbe({ relabelingConfigs: [{ targetLabel: '__param_target', replacement: 'https://shop.example' }] }),
      ],
    },
    { title: 'a rule without a host that no Probe takes', objects: [scraper(), ingress([{}])] },
  ],
});
