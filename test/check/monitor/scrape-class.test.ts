import { describeCheck } from '../describe-check';
import { prometheus, serviceMonitor } from '../manifests';

describeCheck('monitor/scrape-class', {
  flags: [
    {
      title: 'a class that the Prometheus does not have',
      objects: [prometheus({ scrapeClasses: [{ name: 'mesh' }] }), serviceMonitor({ scrapeClass: 'mash' })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.scrapeClass',
          level: 'error',
          message: /"mash" is no scrape class of Prometheus monitoring\/k8s, which has mesh/,
          fix: 'scrapeClass: mesh',
        },
      ],
    },
    {
      title: 'a class that one of two instances does not have',
      objects: [
        prometheus({ scrapeClasses: [{ name: 'mesh' }] }),
        prometheus({}, { name: 'other' }),
        serviceMonitor({ scrapeClass: 'mesh' }),
      ],
      finds: [{ message: /So it is with Prometheus monitoring\/other; Prometheus monitoring\/k8s takes it/ }],
    },
  ],
  accepts: [
    {
      title: 'a class that is not the default',
      objects: [
        prometheus({ scrapeClasses: [{ name: 'a', default: true }, { name: 'mesh' }] }),
        serviceMonitor({ scrapeClass: 'mesh' }),
      ],
    },
    { title: 'a class where nobody knows the Prometheus', objects: [serviceMonitor({ scrapeClass: 'mesh' })] },
  ],
});
