import { describeCheck } from '../describe-check';
import { prometheus } from '../manifests';

describeCheck('prometheus/option', {
  flags: [
    {
      title: 'OTLP for a Prometheus that is too old',
      objects: [prometheus({ version: 'v2.54.0', otlp: {} })],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.otlp',
          level: 'error',
          message: /needs Prometheus 2\.55\.0/,
        },
      ],
    },
    {
      title: 'attributes beside all attributes',
      objects: [prometheus({ otlp: { promoteAllResourceAttributes: true, promoteResourceAttributes: ['a'] } })],
      finds: [{ field: 'spec.otlp.promoteResourceAttributes' }],
    },
    {
      title: 'a share above 1',
      objects: [prometheus({ tracingConfig: { endpoint: 'a:1', samplingFraction: '1.5' } })],
      finds: [{ field: 'spec.tracingConfig.samplingFraction' }],
    },
    {
      title: 'two ways to get a token of Azure',
      objects: [prometheus({ remoteWrite: [{ url: 'http://x', azureAd: { sdk: {}, managedIdentity: {} } }] })],
      finds: [{ field: 'spec.remoteWrite[0].azureAd', message: /has managedIdentity and sdk/ }],
    },
  ],
  accepts: [
    {
      title: 'a share in thousandths',
      objects: [prometheus({ tracingConfig: { endpoint: 'a:1', samplingFraction: '500m' } })],
    },
    {
      title: 'a contradiction that older versions do not look at',
      objects: [
        prometheus({
          version: 'v3.4.0',
          otlp: { promoteAllResourceAttributes: true, promoteResourceAttributes: ['a'] },
        }),
      ],
    },
  ],
});
