import { describeCheck } from '../describe-check';
import { prometheus } from '../manifests';

const STORAGE = { storage: { volumeClaimTemplate: { spec: { storageClassName: 'fast' } } } };

describeCheck('prometheus/storage-class', {
  flags: [
    {
      title: 'a StorageClass that complete objects do not hold',
      options: { absence: 'complete' },
      objects: [prometheus(STORAGE)],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.storage.volumeClaimTemplate.spec.storageClassName',
          level: 'warning',
          message: /There is no StorageClass "fast"\. The Operator/,
        },
      ],
    },
  ],
  accepts: [
    { title: 'a StorageClass that the cluster may well have', objects: [prometheus(STORAGE)] },
    {
      title: 'a StorageClass that is there',
      options: { absence: 'complete' },
      objects: [
        prometheus(STORAGE),
        { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner: 'x' },
      ],
    },
  ],
});
