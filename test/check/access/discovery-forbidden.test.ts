import { describeCheck } from '../describe-check';
import { ingress, ingressProbe, probe, scrapeConfig, scraper } from '../manifests';
import { deployment, object, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const RBAC = 'rbac.authorization.k8s.io/v1';
const COMPLETE = { absence: 'complete' } as const;

const APP = [serviceMonitor(), service(), deployment()];
const SCRAPER = prometheus({ serviceAccountName: 'k8s' });
const ACCOUNT = { kind: 'ServiceAccount', name: 'k8s', namespace: 'monitoring' };
const ENDPOINTS = rule('', 'endpoints', 'services', 'pods');
const SLICES = rule('discovery.k8s.io', 'endpointslices');

function rule(group: string, ...resources: string[]): object {
  return { apiGroups: [group], resources, verbs: ['get', 'list', 'watch'] };
}

function role(kind: 'Role' | 'ClusterRole', namespace: string | undefined, ...rules: object[]): object {
  return { apiVersion: RBAC, kind, metadata: { name: 'scrape', namespace }, rules };
}

function binding(namespace: string | undefined, to: 'Role' | 'ClusterRole', name = 'scrape'): object {
  return {
    apiVersion: RBAC,
    kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
    metadata: { name: 'scrape', namespace },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: to, name },
    subjects: [ACCOUNT],
  };
}

describeCheck('access/discovery-forbidden', {
  flags: [
    {
      title: 'a Prometheus with rights in other namespaces than that of the app',
      objects: [SCRAPER, ...APP, role('Role', 'blog', ENDPOINTS), binding('blog', 'Role')],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.serviceAccountName',
          level: 'warning',
          message:
            'Prometheus monitoring/k8s runs as service account monitoring/k8s, which may not list and watch endpoints, services and pods in namespace "shop". It finds nothing there for ServiceMonitor shop/web. It has rights in namespace "blog".',
          fix: 'add to namespace "shop" a Role with the rules { apiGroups: [""], resources: [endpoints, services, pods], verbs: [get, list, watch] }, and a RoleBinding to it with subjects: [{ kind: ServiceAccount, name: k8s, namespace: monitoring }].',
          related: ['RoleBinding blog/scrape'],
        },
      ],
    },
    {
      title: 'a role for Endpoints where slices are read, with the rule to add',
      objects: [
        prometheus({ serviceAccountName: 'k8s', serviceDiscoveryRole: 'EndpointSlice' }),
        ...APP,
        role('ClusterRole', undefined, ENDPOINTS),
        binding(undefined, 'ClusterRole'),
      ],
      finds: [
        {
          object: 'ClusterRole scrape',
          field: 'rules',
          message:
            /may not list and watch endpointslices \(discovery\.k8s\.io\) in namespace "shop".* ClusterRole scrape, which ClusterRoleBinding scrape gives it, does not allow it\.$/,
          fix: /add \{ apiGroups: \[discovery\.k8s\.io\].*, or set serviceDiscoveryRole: Endpoints at the Prometheus\.$/,
          patch: [{ op: 'add', path: '/rules/-', value: rule('discovery.k8s.io', 'endpointslices') }],
          related: ['Prometheus monitoring/k8s', 'ClusterRoleBinding scrape'],
        },
      ],
    },
    {
      title: 'a rule for slices in the wrong group',
      objects: [
        prometheus({ serviceAccountName: 'k8s', serviceDiscoveryRole: 'EndpointSlice' }),
        ...APP,
        role('ClusterRole', undefined, rule('', 'endpointslices', 'services', 'pods')),
        binding(undefined, 'ClusterRole'),
      ],
      finds: [
        { message: /its rule about endpointslices is for the API group "", and they are of "discovery\.k8s\.io"/ },
      ],
    },
    {
      title: 'slices without the pods behind them',
      objects: [
        prometheus({ serviceAccountName: 'k8s', serviceDiscoveryRole: 'EndpointSlice' }),
        ...APP,
        role('Role', 'shop', SLICES, rule('', 'services')),
        binding('shop', 'Role'),
      ],
      finds: [{ message: /may not list and watch pods in namespace "shop"/ }],
    },
    {
      title: 'a rule with resourceNames',
      objects: [
        SCRAPER,
        ...APP,
        role('Role', 'shop', rule('', 'services', 'pods'), {
          ...ENDPOINTS,
          resources: ['endpoints'],
          resourceNames: ['web'],
        }),
        binding('shop', 'Role'),
      ],
      finds: [{ object: 'Role shop/scrape', message: /its rule about endpoints has resourceNames/ }],
    },
    {
      title: 'any: true with RoleBindings alone, where names would do',
      objects: [
        SCRAPER,
        serviceMonitor(undefined, { namespaceSelector: { any: true } }),
        service(),
        deployment(),
        role('ClusterRole', undefined, ENDPOINTS),
        binding('shop', 'ClusterRole'),
        binding('monitoring', 'ClusterRole'),
      ],
      finds: [
        {
          message:
            /in all namespaces at once\. .* RoleBindings, as in namespaces "monitoring" and "shop", are not enough for that, be there one in each namespace\.$/,
          fix: /add a ClusterRoleBinding with .*, or name the namespaces in the namespaceSelector of the monitors\.$/,
        },
      ],
    },
    {
      title: 'Ingresses that a Probe selects',
      objects: [
        scraper({ serviceAccountName: 'k8s' }),
        ingressProbe({ selector: {}, namespaceSelector: { matchNames: ['shop', 'blog'] } }),
        ingress([{ host: 'shop.example' }]),
        ingress([{ host: 'blog.example' }], { namespace: 'blog' }),
        role('Role', 'blog', rule('networking.k8s.io', 'ingresses')),
        binding('blog', 'Role'),
      ],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          message:
            /which may not list and watch ingresses \(networking\.k8s\.io\) in namespace "shop"\. It finds nothing there for Probe shop\/web\./,
          fix: /add to namespace "shop" a Role with the rules \{ apiGroups: \[networking\.k8s\.io\], resources: \[ingresses\]/,
        },
      ],
    },
    {
      title: 'all namespaces at once for a ScrapeConfig, with RoleBindings alone',
      objects: [
        scraper({ serviceAccountName: 'k8s' }),
        scrapeConfig({ kubernetesSDConfigs: [{ role: 'Service' }] }),
        service(),
        deployment(),
        role('Role', 'shop', ENDPOINTS),
        binding('shop', 'Role'),
      ],
      finds: [
        {
          message:
            /may not list and watch services in all namespaces at once\. It finds nothing there for ScrapeConfig shop\/web\./,
          fix: /, or name the namespaces in the kubernetesSDConfigs of the ScrapeConfigs\.$/,
        },
      ],
    },
    {
      title: 'slices for a ScrapeConfig, whose role no Prometheus sets',
      objects: [
        scraper({ serviceAccountName: 'k8s' }),
        scrapeConfig({ kubernetesSDConfigs: [{ role: 'EndpointSlice', namespaces: { names: ['shop'] } }] }),
        service(),
        deployment(),
        role('ClusterRole', undefined, ENDPOINTS),
        binding(undefined, 'ClusterRole'),
      ],
      finds: [
        {
          message: /endpointslices \(discovery\.k8s\.io\) in namespace "shop"/,
          fix: /to the rules of ClusterRole scrape\.$/,
        },
      ],
    },
    {
      title: 'nodes for a ScrapeConfig',
      objects: [
        scraper({ serviceAccountName: 'k8s' }),
        scrapeConfig({ kubernetesSDConfigs: [{ role: 'Node' }] }),
        role('ClusterRole', undefined, ENDPOINTS),
        binding(undefined, 'ClusterRole'),
      ],
      finds: [{ message: /may not list and watch nodes in all namespaces at once/, fix: /^(?!.*namespaceSelector)/ }],
    },
    {
      title: 'metadata of nodes without a right in the whole cluster',
      objects: [
        SCRAPER,
        serviceMonitor(undefined, { attachMetadata: { node: true } }),
        service(),
        deployment(),
        role('Role', 'shop', ENDPOINTS, rule('', 'nodes')),
        binding('shop', 'Role'),
      ],
      finds: [{ message: /may not list and watch nodes in namespace "shop"/, fix: /ClusterRoleBinding/ }],
    },
    {
      title: 'pods without a token, for certain',
      objects: [prometheus({ automountServiceAccountToken: false }), ...APP],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.automountServiceAccountToken',
          level: 'error',
          message:
            'The pods of Prometheus monitoring/k8s get no token of their service account, so Prometheus cannot ask the API server for targets. It finds nothing for ServiceMonitor shop/web.',
          patch: [{ op: 'replace', path: '/spec/automountServiceAccountToken', value: true }],
        },
      ],
    },
    {
      title: 'once what many monitors and instances suffer',
      objects: [
        SCRAPER,
        prometheus({ serviceAccountName: 'k8s' }, { name: 'other' }),
        ...APP,
        podMonitor(),
        role('Role', 'shop', rule('', 'endpoints')),
        binding('shop', 'Role'),
      ],
      finds: [
        { message: /may not list and watch pods in namespace "shop".*PodMonitor shop\/web/ },
        {
          message:
            /Prometheus monitoring\/k8s and Prometheus monitoring\/other .* services and pods in namespace "shop".*ServiceMonitor shop\/web/,
        },
      ],
    },
    {
      title: 'the right to list alone, since changes are missed',
      objects: [SCRAPER, ...APP, role('Role', 'shop', { ...ENDPOINTS, verbs: ['list'] }), binding('shop', 'Role')],
      finds: [
        {
          message: /may not watch endpoints, services and pods .* It hears of no changes there/,
          why: /when it starts/,
        },
      ],
    },
    {
      title: 'as an error where the objects are all that there is, also without a binding of the account',
      objects: [
        SCRAPER,
        ...APP,
        { ...binding('shop', 'ClusterRole', 'view'), subjects: [{ ...ACCOUNT, name: 'other' }] },
      ],
      options: COMPLETE,
      finds: [{ level: 'error', message: /may not list and watch endpoints, services and pods/ }],
    },
  ],
  accepts: [
    {
      title: 'a Probe that lists its targets, and a ScrapeConfig that asks another cluster',
      objects: [
        scraper({ serviceAccountName: 'k8s' }),
        probe(),
        scrapeConfig({ kubernetesSDConfigs: [{ role: 'Pod', apiServer: 'https://other.example' }] }),
        ...APP.slice(1),
        role('Role', 'shop', ENDPOINTS),
        binding('shop', 'Role'),
      ],
    },
    {
      title: 'nodes of pods asked for with a role that knows none',
      objects: [
        scraper({ serviceAccountName: 'k8s' }),
        scrapeConfig({
          kubernetesSDConfigs: [{ role: 'Service', namespaces: { names: ['shop'] }, attachMetadata: { node: true } }],
        }),
        ...APP.slice(1),
        role('Role', 'shop', ENDPOINTS),
        binding('shop', 'Role'),
      ],
    },
    { title: 'objects without any binding', objects: [SCRAPER, ...APP] },
    {
      title: 'all there is without any binding: exports often leave them out',
      objects: [SCRAPER, ...APP],
      options: COMPLETE,
    },
    {
      title: 'bindings of other service accounts',
      objects: [
        SCRAPER,
        ...APP,
        { ...binding('shop', 'ClusterRole', 'view'), subjects: [{ ...ACCOUNT, name: 'other' }] },
      ],
    },
    {
      title: 'a binding of the service account about something else',
      objects: [SCRAPER, ...APP, role('Role', 'shop', rule('', 'configmaps')), binding('shop', 'Role')],
    },
    {
      title: 'a role that is not here, which may allow anything',
      objects: [
        SCRAPER,
        ...APP,
        role('Role', 'blog', ENDPOINTS),
        binding('blog', 'Role'),
        binding('shop', 'ClusterRole', 'elsewhere'),
      ],
    },
    {
      title: 'a Role that is not here, which may allow anything in its namespace',
      objects: [
        SCRAPER,
        ...APP,
        role('Role', 'blog', ENDPOINTS),
        binding('blog', 'Role'),
        binding('shop', 'Role', 'elsewhere'),
      ],
    },
    {
      title: 'a release of another chart, which may bring rights along',
      objects: [
        SCRAPER,
        ...APP,
        role('Role', 'blog', ENDPOINTS),
        binding('blog', 'Role'),
        object(
          'helm.toolkit.fluxcd.io/v2',
          'HelmRelease',
          { name: 'shop', namespace: 'shop' },
          {
            chart: { spec: { chart: 'shop' } },
          },
        ),
      ],
    },
    {
      title: 'the well-known role "view"',
      objects: [SCRAPER, ...APP, binding('shop', 'ClusterRole', 'view')],
      options: COMPLETE,
    },
    {
      title: 'slices, where the role is only about slices',
      objects: [
        prometheus({ serviceAccountName: 'k8s', serviceDiscoveryRole: 'EndpointSlice' }),
        ...APP,
        role('Role', 'shop', SLICES, rule('', 'services', 'pods')),
        binding('shop', 'Role'),
      ],
      options: COMPLETE,
    },
    {
      title: 'a ServiceAccount that says no to its token, since the pods of a Prometheus say yes',
      objects: [
        SCRAPER,
        ...APP,
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'ServiceAccount',
          metadata: { name: 'k8s', namespace: 'monitoring' },
          automountServiceAccountToken: false,
        }),
      ],
    },
    {
      title: 'a token that is mounted by hand',
      objects: [
        prometheus({ automountServiceAccountToken: false, volumeMounts: [{ name: 'token', mountPath: '/run/token' }] }),
        ...APP,
      ],
    },
    {
      title: 'a namespace in which there is nothing to find',
      objects: [
        SCRAPER,
        serviceMonitor(),
        role('Role', 'blog', ENDPOINTS),
        binding('blog', 'Role'),
        object('v1', 'ConfigMap', {}, {}),
      ],
    },
  ],
});
