import { describeCheck } from '../describe-check';
import { argoApplication } from './releases';

describeCheck('stack/declaration', {
  flags: [
    {
      title: 'a name that Helm refuses',
      objects: argoApplication('valuesObject: {}', { release: 'Prometheus_Stack' }),
      finds: [{ object: 'Application argocd/stack', level: 'error', message: /Prometheus_Stack/ }],
    },
  ],
  accepts: [
    {
      title: 'a name with dots',
      objects: argoApplication('valuesObject: {}', { release: 'prometheus.stack' }),
    },
  ],
});
