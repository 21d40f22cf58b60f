import { describeCheck } from '../describe-check';
import { prometheus } from '../manifests';

describeCheck('prometheus/image-version', {
  flags: [
    {
      title: 'an image that is older than the version which the Operator falls back to',
      objects: [prometheus({ image: 'quay.io/prometheus/prometheus:v2.44.0' })],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.version',
          level: 'warning',
          message: /is not set/,
          patch: [{ op: 'add', path: '/spec/version', value: 'v2.44.0' }],
        },
      ],
    },
    {
      title: 'an image with a digest beside its tag',
      objects: [prometheus({ version: 'v3.5.0', image: 'registry.example:5000/prom:v3.1.0@sha256:0123' })],
      finds: [{ field: 'spec.version', fix: 'version: v3.1.0' }],
    },
  ],
  accepts: [
    { title: 'a difference in the last number', objects: [prometheus({ version: 'v3.5.0', image: 'prom:v3.5.1' })] },
    { title: 'a tag that is no version', objects: [prometheus({ version: 'v2.45.0', image: 'prom:latest' })] },
    { title: 'a port of a registry, which is no tag', objects: [prometheus({ image: 'registry.example:5000/prom' })] },
  ],
});
