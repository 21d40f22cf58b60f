import { stackOf } from '../../../lib/simulator/stack/stack-of';
import type { StackSpec } from '../../../lib/simulator/stack/stack-spec';
import { describeCheck } from '../describe-check';

const NAMESPACE = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: blue }\n';
const LONG = 'platform-observability-team';

function releases(...texts: (string | [text: string, values: any])[]): { stacks: StackSpec[] } {
  const stacks = texts.map((one) => {
    const [text, values] = typeof one === 'string' ? [one, {}] : one;
    return stackOf(text, [{ values, source: {} }], '88.5.3').stack as StackSpec;
  });
  return { stacks };
}

describeCheck('stack/collision', {
  flags: [
    {
      title: 'two long names with the same beginning',
      objects: NAMESPACE,
      options: releases(`${LONG}-blue/blue`, `${LONG}-green/green`),
      finds: [
        {
          object: `Release --stack ${LONG}-green/green`,
          level: 'warning',
          message: /"platform-observability-tea-…" just as those of release blue\/.*after 26 characters\.$/,
          fix: /^fullnameOverride: platform-observa-green, unless/,
        },
      ],
    },
    {
      title: 'one name in two namespaces',
      objects: NAMESPACE,
      options: releases('kps/blue', 'kps/green'),
      finds: [{ message: /"kps-kube-prometheus-stack-…"/, fix: /^fullnameOverride: kps-green,/ }],
    },
    {
      title: 'two names and one override, in one namespace',
      objects: NAMESPACE,
      options: releases(['one/blue', { fullnameOverride: 'metrics' }], ['two/blue', { fullnameOverride: 'metrics' }]),
      finds: [
        { field: 'fullnameOverride', message: /the Prometheus among them\.$/, fix: /^fullnameOverride: two-blue,/ },
      ],
    },
  ],
  accepts: [
    { title: 'two releases with names of their own', objects: NAMESPACE, options: releases('one/blue', 'two/blue') },
    { title: 'one release, declared twice', objects: NAMESPACE, options: releases('kps/blue', 'kps/blue') },
    {
      title: 'long names that an override tells apart',
      objects: NAMESPACE,
      options: releases(`${LONG}-blue/blue`, [`${LONG}-green/green`, { fullnameOverride: 'green' }]),
    },
  ],
});
