import { describeCheck } from '../describe-check';
import { monitoring } from '../manifests';

const ruler = (spec: object) => monitoring('ThanosRuler', 'rules', { ruleSelector: {}, ...spec });

describeCheck('rule/thanos-ruler', {
  flags: [
    {
      title: 'one without anybody to ask',
      objects: [ruler({})],
      finds: [
        {
          object: 'ThanosRuler shop/rules',
          field: 'spec.queryEndpoints',
          level: 'error',
          message: 'ThanosRuler shop/rules has neither queryEndpoints nor queryConfig.',
        },
      ],
    },
    { title: 'an empty list', objects: [ruler({ queryEndpoints: [] })], finds: [{}] },
  ],
  accepts: [
    { title: 'one that names an endpoint', objects: [ruler({ queryEndpoints: ['a'] })] },
    { title: 'one with a configuration', objects: [ruler({ queryConfig: { name: 'a', key: 'b' } })] },
    { title: 'one that is paused', objects: [ruler({ paused: true })] },
  ],
});
