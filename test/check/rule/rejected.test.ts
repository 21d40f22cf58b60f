import { describeCheck } from '../describe-check';
import { monitoring } from '../manifests';
import { alert, groups, loading, rules } from './rules';

const MANY = Array.from({ length: 600 }, (_, i) => ({ alert: `A${i}`, expr: `up{x="${'y'.repeat(900)}"}` }));
const OLD = { version: 'v2.53.3' };

describeCheck('rule/rejected', {
  flags: [
    {
      title: 'a recording rule that waits',
      objects: [loading(), rules({ record: 'a:b', expr: 'a', for: '5m' })],
      finds: [
        {
          field: 'spec.groups[0].rules[0].for',
          message: 'A recording rule has no for. The Operator skips the whole PrometheusRule.',
          fix: 'remove for.',
        },
      ],
    },
    {
      title: 'a recording rule with annotations',
      objects: [loading(), rules({ record: 'a:b', expr: 'a', annotations: { summary: 'x' } })],
      finds: [{ field: 'spec.groups[0].rules[0].annotations' }],
    },
    {
      title: 'a rule that is both, and one that is neither',
      objects: [loading(), rules({ record: 'a', alert: 'b', expr: 'a' }, { expr: 'a' })],
      finds: [{ message: /both record "a" and alert "b"/ }, { message: /neither record nor alert/ }],
    },
    {
      title: 'an expression for a name',
      objects: [loading(), rules({ record: 'up{job="a"}', expr: 'a' })],
      finds: [{ message: /has braces/ }],
    },
    {
      title: 'names that Prometheus 2 does not take',
      objects: [
        loading(OLD),
        rules({ record: 'a.b', expr: 'a' }, { alert: 'A', expr: 'a', labels: { 'app.kubernetes.io/name': 'x' } }),
      ],
      finds: [{ fix: 'record: a_b' }, { message: /"app\.kubernetes\.io\/name" is no name/ }],
    },
    {
      title: 'the name of the metric as a label',
      objects: [loading(), alert('up', { labels: { __name__: 'x' } })],
      finds: [{ message: /"__name__" cannot be set/ }],
    },
    {
      title: 'the name of the metric as a label of a group',
      objects: [loading(), groups({ name: 'a', labels: { __name__: 'x' }, rules: [] })],
      finds: [{ field: 'spec.groups[0].labels.__name__' }],
    },
    {
      title: 'more than fits into a ConfigMap',
      objects: [loading(), rules(...MANY)],
      finds: [{ field: 'spec.groups', message: /^The rules make a file of more than 524288 bytes: at least 5\d{5}\./ }],
    },
  ],
  accepts: [
    { title: 'as much as fits', objects: [loading(), rules(...MANY.slice(0, 400))] },
    {
      title: 'a recording rule with a field that an old Prometheus does not get',
      objects: [loading({ version: 'v2.40.0' }), rules({ record: 'a', expr: 'a', keep_firing_for: '5m' })],
    },
    {
      title: 'two groups of one name, which the API server refuses before',
      objects: [loading(), groups({ name: 'a', rules: [] }, { name: 'a', rules: [{ expr: 'a' }] })],
    },
    { title: 'names with any characters for Prometheus 3', objects: [loading(), rules({ record: 'a.b', expr: 'a' })] },
    {
      title: 'a recording rule that waits for no time',
      objects: [loading(), rules({ record: 'a', expr: 'a', for: '0s' })],
    },
    {
      title: 'labels of a group, which Prometheus 2 does not get',
      objects: [loading(OLD), groups({ name: 'a', labels: { 'a.b': 'c' }, rules: [] })],
    },
    {
      title: 'labels of a group, which Thanos 0.38 does not get',
      objects: [
        loading({ ruleSelector: undefined }),
        monitoring('ThanosRuler', 'ruler', { version: 'v0.38.0', ruleSelector: {}, ruleNamespaceSelector: {} }),
        groups({ name: 'a', labels: { __name__: 'x' }, rules: [] }),
      ],
    },
    {
      title: 'an alert with all that it can have',
      objects: [loading(), alert('up', { for: '5m', keep_firing_for: '5m', annotations: { summary: '{{ $value }}' } })],
    },
  ],
});
