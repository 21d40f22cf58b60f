import { describeCheck } from '../describe-check';
import { monitoring } from '../manifests';
import { alert, loading } from './rules';

const FEATURE = { enableFeatures: ['promql-experimental-functions'] };

describeCheck('rule/expression', {
  flags: [
    {
      title: 'a vector where a range is needed',
      objects: [loading(), alert('rate(foo) > 1')],
      finds: [
        {
          object: 'PrometheusRule shop/web',
          field: 'spec.groups[0].rules[0].expr',
          level: 'error',
          message:
            'At "foo": Argument 1 of "rate" has to be a range vector, and is an instant vector. The Operator skips the whole PrometheusRule.',
          fix: 'add a range, such as [5m].',
        },
      ],
    },
    {
      title: 'a fault in the second line',
      objects: [loading(), alert('sum(\n  ratee(foo[5m])\n)')],
      finds: [{ message: /There is no function "ratee"/, fix: 'did you mean rate?' }],
    },
    {
      title: 'a function that is not switched on',
      objects: [loading(), alert('sort_by_label(foo, "a")')],
      finds: [{ fix: 'enableFeatures: [promql-experimental-functions]' }],
    },
    {
      title: 'a function that is switched on, where a namespace label is enforced',
      objects: [loading({ ...FEATURE, enforcedNamespaceLabel: 'namespace' }), alert('sort_by_label(foo, "a")')],
      finds: [{ message: /There is not even an event/ }],
    },
    {
      title: 'what an older Prometheus does not know',
      objects: [loading({ version: 'v2.53.3' }), alert('rate(foo[300]) > 0')],
      finds: [{ message: /this Prometheus then loads no new configuration/, related: ['Prometheus monitoring/k8s'] }],
    },
    {
      title: 'what only an older Prometheus knew',
      objects: [loading({ version: 'v2.53.3' }), alert('holt_winters(foo[5m], 0.5, 0.5)')],
      finds: [{ message: /no function "holt_winters"/ }],
    },
    {
      title: 'an expression without any Prometheus',
      objects: [alert('up ==')],
      finds: [{ message: /Something is missing behind "=="/ }],
    },
    {
      title: 'an expression that is empty, at a ThanosRuler',
      objects: [
        loading({ ruleSelector: undefined }),
        monitoring('ThanosRuler', 'ruler', { ruleSelector: {}, ruleNamespaceSelector: {} }),
        alert(''),
      ],
      finds: [{ message: /The expression is empty/ }],
    },
  ],
  accepts: [
    { title: 'absent', objects: [loading(), alert('absent(up{job="web"})')] },
    { title: 'a number', objects: [loading(), alert(1 as unknown as string)] },
    {
      title: 'a function that is switched on',
      objects: [loading(FEATURE), alert('sort_by_label(foo, "a")')],
    },
    {
      title: 'a function that is switched on, where the rules are excluded from enforcement',
      objects: [
        loading({
          ...FEATURE,
          enforcedNamespaceLabel: 'namespace',
          excludedFromEnforcement: [
            { group: 'monitoring.coreos.com', resource: 'prometheusrules', namespace: 'shop', name: 'web' },
          ],
        }),
        alert('sort_by_label(foo, "a")'),
      ],
    },
    {
      title: 'an expression that only a ThanosRuler which is paused would load',
      objects: [
        loading({ ruleSelector: undefined }),
        monitoring('ThanosRuler', 'ruler', { paused: true, ruleSelector: {}, ruleNamespaceSelector: {} }),
        alert('up =='),
      ],
    },
    {
      title: 'an expression that nobody loads',
      objects: [loading({ ruleSelector: { matchLabels: { a: 'b' } } }), alert('up ==')],
    },
  ],
});
