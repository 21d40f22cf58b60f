import { describeCheck } from '../describe-check';
import { prometheus } from '../manifests';

describeCheck('prometheus/scrape-class', {
  flags: [
    {
      title: 'two defaults',
      objects: [
        prometheus({
          scrapeClasses: [
            { name: 'a', default: true },
            { name: 'b', default: true },
          ],
        }),
      ],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.scrapeClasses[1].default',
          level: 'error',
          message: /"a" and "b" are all default: true/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'one default of two',
      objects: [
        prometheus({
          scrapeClasses: [
            { name: 'a', default: true },
            { name: 'b', default: false },
          ],
        }),
      ],
    },
  ],
});
