import { describeCheck } from '../describe-check';

describeCheck('stack/unchecked-values', {
  flags: [
    {
      title: 'all keys of an older chart that are not known, in one finding',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 45.0.0 } }
  releaseName: prometheus-stack
  values: { prometheusOperator: { createCustomResource: false }, old: 1 }
`,
      finds: [
        {
          object: 'HelmRelease monitoring/stack',
          field: '',
          level: 'warning',
          message: /88\.5\.3 does not read old, prometheusOperator\.createCustomResource\./,
        },
      ],
    },
    {
      title: 'those of a chart that is newer',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 99.0.0 } }
  releaseName: prometheus-stack
  values: { brandNew: 1 }
`,
      finds: [{ message: /not those of 99\.0\.0/ }],
    },
  ],
  accepts: [
    {
      title: 'values of an older chart that are still read',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 75.0.0 } }
  releaseName: prometheus-stack
  values: { crds: { enabled: false } }
`,
    },
    {
      title: 'unknown keys of the chart that is known, which are found one by one',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { old: 1 }
`,
    },
  ],
});
