import { describeCheck } from '../describe-check';
import { argoApplication } from './releases';

describeCheck('stack/assumed', {
  flags: [
    {
      title: 'a version that is open',
      objects: argoApplication('valuesObject: {}', { version: '88.x' }),
      finds: [{ object: 'Application argocd/stack', level: 'info', message: /88\.5\.3/ }],
    },
  ],
  accepts: [
    {
      title: 'an exact version',
      objects: argoApplication('valuesObject: {}'),
    },
  ],
});
