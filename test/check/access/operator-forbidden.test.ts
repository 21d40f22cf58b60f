import { describeCheck } from '../describe-check';
import { object, prometheus, serviceMonitor } from '../objects';

const RBAC = 'rbac.authorization.k8s.io/v1';
const SUBJECT = { kind: 'ServiceAccount', name: 'operator', namespace: 'monitoring' };

function operator(...args: string[]): string {
  return object(
    'apps/v1',
    'Deployment',
    { name: 'operator', namespace: 'monitoring' },
    {
      template: {
        metadata: { labels: {} },
        spec: {
          serviceAccountName: 'operator',
          containers: [{ name: 'operator', image: 'quay.io/prometheus-operator/prometheus-operator:v0.93.0', args }],
        },
      },
    },
  );
}

function rule(group: string, ...resources: string[]): object {
  return { apiGroups: [group], resources, verbs: ['get', 'list', 'watch'] };
}

function clusterRole(...rules: object[]): object {
  return { apiVersion: RBAC, kind: 'ClusterRole', metadata: { name: 'operator' }, rules };
}

function binding(namespace?: string): object {
  return {
    apiVersion: RBAC,
    kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
    metadata: { name: 'operator', namespace },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'operator' },
    subjects: [SUBJECT],
  };
}

const KINDS = rule('monitoring.coreos.com', '*');
const NAMESPACES = rule('', 'namespaces');
const SECRETS = rule('', 'secrets', 'configmaps');
const WITH_SECRET = serviceMonitor([{ port: 'http', authorization: { credentials: { name: 'web', key: 'token' } } }]);

describeCheck('access/operator-forbidden', {
  flags: [
    {
      title: 'an Operator of all namespaces that may not list them',
      objects: [prometheus(), operator(), clusterRole(KINDS, SECRETS), binding()],
      finds: [
        {
          object: 'Deployment monitoring/operator',
          field: 'spec.template.spec.serviceAccountName',
          level: 'warning',
          message:
            'The Operator (Deployment monitoring/operator) runs as service account monitoring/operator, which may not list and watch namespaces in all namespaces, which it watches: it does not start.',
          fix: 'give it the rules { apiGroups: [""], resources: [namespaces], verbs: [get, list, watch] } by a ClusterRoleBinding, with subjects: [{ kind: ServiceAccount, name: operator, namespace: monitoring }].',
          related: ['ClusterRoleBinding operator'],
        },
      ],
    },
    {
      title: 'one that may not read the Secret of a monitor',
      objects: [prometheus(), WITH_SECRET, operator(), clusterRole(KINDS, NAMESPACES), binding()],
      finds: [{ message: /may not get secrets in namespace "shop": it skips the monitors that name one\.$/ }],
    },
    {
      title: 'one with rights in some of the namespaces that it watches',
      objects: [prometheus(), operator('--namespaces=shop,blog'), clusterRole(KINDS), binding('shop')],
      finds: [
        {
          message:
            /may not list and watch servicemonitors \(monitoring\.coreos\.com\) and podmonitors \(monitoring\.coreos\.com\) in namespace "blog": it sees none of them\.$/,
        },
      ],
    },
    {
      title: 'as an error where the objects are all that there is',
      objects: [prometheus(), operator(), clusterRole(KINDS, SECRETS), binding()],
      options: { absence: 'complete' },
      finds: [{ level: 'error' }],
    },
  ],
  accepts: [
    { title: 'one without any binding here', objects: [prometheus(), WITH_SECRET, operator()] },
    {
      title: 'one with all that it needs',
      objects: [prometheus(), WITH_SECRET, operator(), clusterRole(KINDS, NAMESPACES, SECRETS), binding()],
      options: { absence: 'complete' },
    },
    {
      title: 'a Secret that a rule names',
      objects: [
        prometheus(),
        WITH_SECRET,
        operator(),
        clusterRole(KINDS, NAMESPACES, { ...SECRETS, resourceNames: ['web'] }),
        binding(),
      ],
    },
    { title: 'no Operator here, only bindings of its account', objects: [prometheus(), clusterRole(KINDS), binding()] },
    {
      title: 'bindings that are about something else',
      objects: [prometheus(), WITH_SECRET, operator(), clusterRole(rule('coordination.k8s.io', 'leases')), binding()],
    },
  ],
});
