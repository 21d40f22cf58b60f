import { describeCheck } from '../describe-check';
import { prometheus } from '../manifests';

describeCheck('prometheus/argument', {
  flags: [
    {
      title: 'an argument that the Operator passes',
      objects: [prometheus({ additionalArgs: [{ name: 'log.level', value: 'debug' }], logLevel: 'warn' })],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.additionalArgs[0].name',
          level: 'error',
          message: /"log\.level" clashes with --log\.level/,
          fix: 'remove it, and set spec.logLevel instead.',
        },
      ],
    },
    {
      title: 'the negation of one',
      objects: [prometheus({ additionalArgs: [{ name: 'no-web.enable-lifecycle' }] })],
      finds: [{ message: /clashes with --web\.enable-lifecycle/ }],
    },
    {
      title: 'a retention that older versions take as an argument',
      objects: [
        prometheus({ version: 'v3.10.0', additionalArgs: [{ name: 'storage.tsdb.retention.time', value: '1d' }] }),
      ],
      finds: [{ fix: /spec\.retention/ }],
    },
  ],
  accepts: [
    {
      title: 'an argument that the Operator passes only if asked to',
      objects: [prometheus({ additionalArgs: [{ name: 'log.level', value: 'debug' }] })],
    },
    {
      title: 'an argument of its own',
      objects: [prometheus({ additionalArgs: [{ name: 'scrape.adjust-timestamps' }] })],
    },
  ],
});
