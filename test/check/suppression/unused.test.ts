import { describeCheck } from '../describe-check';
import { endpoint, prometheus, serviceMonitor } from '../manifests';

const TIMEOUT = 'ignore.cdk8s-prometheus/monitor.timeout';
const annotated = (annotations: object) => serviceMonitor({}, { annotations });

describeCheck('suppression/unused', {
  flags: [
    {
      title: 'a suppression of something that is not found',
      objects: [prometheus(), annotated({ 'ignore.cdk8s-prometheus/monitor.timeout': 'known' })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'metadata.annotations["ignore.cdk8s-prometheus/monitor.timeout"]',
          level: 'warning',
          message: 'No finding of monitor/timeout is here to be suppressed.',
          fix: 'remove it.',
        },
      ],
    },
    {
      title: 'a check that does not exist, and names the nearest',
      objects: [prometheus(), annotated({ 'ignore.cdk8s-prometheus/monitor.timeouts': 'known' })],
      finds: [{ message: '"monitor/timeouts" is no check.', fix: /name the check "monitor\/timeout"/ }],
    },
    {
      title: 'a suppression without a reason',
      objects: [
        prometheus(),
        { ...endpoint({ scrapeTimeout: '1m' }), metadata: annotated({ [TIMEOUT]: ' ' }).metadata },
      ],
      finds: [{ message: /gives no reason/ }],
    },
  ],
  accepts: [
    {
      title: 'a suppression with a reason of something that is found',
      objects: [
        prometheus(),
        { ...endpoint({ scrapeTimeout: '1m' }), metadata: annotated({ [TIMEOUT]: 'slow' }).metadata },
      ],
    },
    {
      title: 'another annotation that begins alike',
      objects: [prometheus(), annotated({ 'ignore.cdk8s-prometheus.example/x': '' })],
    },
  ],
});
