import { describeCheck } from '../describe-check';
import { monitoring } from '../manifests';
import { alert, groups, loading } from './rules';

const OLD = { version: 'v2.30.0' };
const RULES = [{ alert: 'A', expr: 'up', keep_firing_for: '5m' }];
const ruler = (spec: object) =>
  monitoring('ThanosRuler', 'rules', { ruleSelector: {}, queryEndpoints: ['x'], ...spec });

describeCheck('rule/dropped-field', {
  flags: [
    {
      title: 'what Prometheus 2.30 does not have',
      objects: [loading(OLD), groups({ name: 'a', limit: 5, query_offset: '1m', labels: { a: 'b' }, rules: RULES })],
      finds: [
        { field: 'spec.groups[0].labels', level: 'warning' },
        { field: 'spec.groups[0].limit', level: 'info', message: /^limit is left out: it needs Prometheus 2\.31\.0, / },
        { field: 'spec.groups[0].query_offset' },
        { field: 'spec.groups[0].rules[0].keep_firing_for', fix: 'remove it, or run Prometheus 2.42.0 or later.' },
      ],
    },
    {
      title: 'what only a ThanosRuler has',
      objects: [loading(), groups({ name: 'a', partial_response_strategy: 'abort', rules: RULES })],
      finds: [{ message: /is no ThanosRuler/ }],
    },
    {
      title: 'what Thanos 0.37 does not have',
      objects: [ruler({ version: 'v0.37.0' }), groups({ name: 'a', query_offset: '1m', rules: RULES })],
      finds: [{ message: /needs Thanos 0\.38\.0, and ThanosRuler shop\/rules runs 0\.37\.0/ }],
    },
  ],
  accepts: [
    {
      title: 'all of them in a new Prometheus',
      objects: [loading(), groups({ name: 'a', limit: 5, query_offset: '1m', labels: { a: 'b' }, rules: RULES })],
    },
    {
      title: 'a strategy at a ThanosRuler',
      objects: [ruler({}), groups({ name: 'a', partial_response_strategy: 'abort', rules: RULES })],
    },
    {
      title: 'empty labels',
      objects: [loading(OLD), groups({ name: 'a', labels: {}, rules: [{ alert: 'A', expr: 'up' }] })],
    },
    { title: 'rules without any of them', objects: [loading(OLD), alert('up')] },
  ],
});
