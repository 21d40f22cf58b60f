import { describeCheck } from '../describe-check';
import { deployment, service, serviceMonitor } from '../objects';
import { alert, loading, rules } from './rules';

const COMPLETE = { absence: 'complete' } as const;
const MONITORED = [serviceMonitor(), service(), deployment()];

describeCheck('rule/absent-forever', {
  flags: [
    {
      title: 'a job that nothing has',
      objects: [loading(), ...MONITORED, alert('absent(up{job="wbe",namespace="shop"} == 1)')],
      finds: [
        {
          field: 'spec.groups[0].rules[0].expr',
          level: 'error',
          message: /finds nothing, and alert "WebDown" fires for ever\.$/,
          fix: 'write job="web".',
        },
      ],
    },
    {
      title: 'a comparison with what it yields',
      objects: [loading(), ...MONITORED, alert('absent_over_time(up{job="api"}[5m]) == 1')],
      options: COMPLETE,
      finds: [{ message: /fires for ever/ }],
    },
    {
      title: 'a condition that comes with others',
      objects: [loading(), ...MONITORED, alert('absent(up{job="api"}) and up{job="web"}')],
      options: COMPLETE,
      finds: [{ level: 'warning', message: /what asks for its absence always holds/ }],
    },
    {
      title: 'an absence that is recorded',
      objects: [loading(), ...MONITORED, rules({ record: 'gone', expr: 'absent(up{job="api"})' })],
      options: COMPLETE,
      finds: [{ message: /"gone" is always 1/ }],
    },
  ],
  accepts: [
    {
      title: 'a job that is there',
      objects: [loading(), ...MONITORED, alert('absent(up{job="web"})')],
      options: COMPLETE,
    },
    { title: 'a job that may be elsewhere', objects: [loading(), ...MONITORED, alert('absent(up{job="api"})')] },
    {
      title: 'a condition that no target could fail',
      objects: [loading(), ...MONITORED, alert('absent(up{job!="api"})')],
      options: COMPLETE,
    },
  ],
});
