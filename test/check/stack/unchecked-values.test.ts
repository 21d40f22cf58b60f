import { describeCheck } from '../describe-check';
import { fluxRelease } from './releases';

describeCheck('stack/unchecked-values', {
  flags: [
    {
      title: 'all keys of an older chart that are not known, in one finding',
      objects: fluxRelease('{ prometheusOperator: { createCustomResource: false }, old: 1 }', '45.0.0'),
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
      objects: fluxRelease('{ brandNew: 1 }', '99.0.0'),
      finds: [{ message: /not those of 99\.0\.0/ }],
    },
  ],
  accepts: [
    {
      title: 'values of an older chart that are still read',
      objects: fluxRelease('{ crds: { enabled: false } }', '75.0.0'),
    },
    {
      title: 'unknown keys of the chart that is known, which are found one by one',
      objects: fluxRelease('{ old: 1 }'),
    },
  ],
});
