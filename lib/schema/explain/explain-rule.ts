import type { Explain, Explanation } from './explanation';
import { REFUSED } from './explanation';
import { pointer, showPath } from './show';

type Words = (field: string, self: any) => { readonly why: string; readonly fix: string; readonly remove?: boolean };

const WORDS: { readonly [rule: string]: Words } = {
  'external-id-needs-role': () => ({
    why: '"externalId" is set without "roleArn", for which it is',
    fix: 'Add roleArn: <ARN of the role>, or remove externalId.',
  }),
  'rolling-update-needs-its-type': (_, self) => ({
    why: `"rollingUpdate" is set although "type" is ${self.type === undefined ? 'not set' : `"${self.type}"`}`,
    fix: 'type: RollingUpdate, or remove rollingUpdate',
  }),
  'topology-needs-its-mode': () => ({
    why: '"topology" is set although "mode" is not "Topology"',
    fix: 'mode: Topology, or remove topology',
  }),
  'shards-cover-topology': (_, self) => {
    const values = self.shardingStrategy.topology.values.length;
    return {
      why: `"shards" is ${self.shards ?? '1 (as it is not set)'}, fewer than the ${values} values of shardingStrategy.topology`,
      fix: `shards: ${values}`,
    };
  },
  'daemon-set-mode': (field) =>
    field === 'shards'
      ? { why: '"shards" is above 1, which mode DaemonSet does not take', fix: 'Remove shards.', remove: true }
      : { why: `"${field}" is set, which mode DaemonSet does not take`, fix: `Remove ${field}.`, remove: true },
  'one-authentication': () => ({
    why: 'it has more than one of basicAuth, authorization and oauth2',
    fix: 'Keep one of basicAuth, authorization and oauth2.',
  }),
};

/** A rule about several fields of one struct. */
export const explainRule: Explain = ({ path, value, limit }): Explanation => {
  const [rule, field] = String(limit).split(':');
  const { why, fix, remove } = WORDS[rule](field, value);
  const where = [...path, field];
  return {
    code: 'rule',
    path: where,
    message: `${showPath(path)} breaks a rule of its CustomResourceDefinition: ${why}. ${REFUSED}`,
    fix,
    ...(remove ? { patch: [{ op: 'remove', path: pointer(where) }] } : {}),
    values: { rule, field },
  };
};
