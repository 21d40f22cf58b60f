import { describeCheck } from '../describe-check';
import { alert, loading, rules } from './rules';

const summary = (text: string) => alert('up', { annotations: { summary: text } });
const OLD = { version: 'v2.53.3' };

describeCheck('rule/template', {
  flags: [
    {
      title: 'a function that does not exist',
      objects: [loading(), summary('{{ $value | humanise }}')],
      finds: [
        {
          field: 'spec.groups[0].rules[0].annotations.summary',
          level: 'error',
          message: 'There is no function "humanise". The Operator skips the whole PrometheusRule.',
          fix: 'did you mean humanize?',
        },
      ],
    },
    {
      title: 'variables that do not exist',
      objects: [
        loading(),
        rules(
          { alert: 'A', expr: 'up', annotations: { summary: '{{ $label.job }}' } },
          { alert: 'B', expr: 'up', labels: { team: '{{ labels.team }}' } },
        ),
      ],
      finds: [
        { message: /no variable "\$label" here/, fix: 'did you mean $labels?' },
        { field: 'spec.groups[0].rules[1].labels.team', fix: 'write $labels.' },
      ],
    },
    {
      title: 'a label with a hyphen',
      objects: [loading(), summary('{{ $labels.app-name }}')],
      finds: [{ message: /^Behind "\.app" stands "-"/, fix: 'write index $labels "…" for a label with such a name.' }],
    },
    {
      title: 'what is not closed',
      objects: [loading(), summary('{{ if true }}x')],
      finds: [{ fix: 'add {{ end }}.' }],
    },
    {
      title: 'a function that only the Operator knows',
      objects: [loading(OLD), summary('{{ toDuration $value }}')],
      finds: [
        {
          message:
            'Function "toDuration" came with Prometheus 3.6. The Operator takes it, and this Prometheus then loads no new configuration at all.',
          related: ['Prometheus monitoring/k8s'],
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'what fails only when the alert fires',
      objects: [loading(), summary('{{ .Nothing }} {{ query "up{" | first }}')],
    },
    {
      title: 'braces in the labels of a recording rule, which are no template',
      objects: [loading(), rules({ record: 'a', expr: 'a', labels: { x: '{{ nothing }}' } })],
    },
    { title: 'rules that nobody loads', objects: [loading({ ruleSelector: undefined }), summary('{{ nothing }}')] },
    { title: 'braces that belong to nothing', objects: [loading(), summary('a } b }} { c')] },
  ],
});
