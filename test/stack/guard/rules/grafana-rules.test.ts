import {
  StackDeploymentStrategyType,
  StackGrafanaPersistenceType,
} from '../../../../lib/stack/typed/grafana/persistence';
import type { StackGrafana } from '../../../../lib/stack/typed/grafana/stack-grafana';
import { problemsOf, warningsOf } from '../../typed/problems-of';

const loki = { name: 'Loki', type: 'loki' };
const recreate = { type: StackDeploymentStrategyType.RECREATE };

const refused: [title: string, grafana: StackGrafana, field: string][] = [
  [
    'a default data source beside that of the chart',
    { additionalDataSources: [{ ...loki, isDefault: true }] },
    'additionalDataSources[0].isDefault',
  ],
  [
    'two default data sources',
    {
      sidecar: { datasources: { isDefaultDatasource: false } },
      additionalDataSources: [
        { ...loki, isDefault: true },
        { name: 'b', type: 'loki', isDefault: true },
      ],
    },
    'additionalDataSources[1].isDefault',
  ],
  [
    'the name of the data source of the chart',
    { additionalDataSources: [{ name: 'Prometheus', type: 'prometheus' }] },
    'additionalDataSources[0].name',
  ],
  [
    'the id of the data source for Alertmanager',
    { additionalDataSources: [{ ...loki, uid: 'alertmanager' }] },
    'additionalDataSources[0].uid',
  ],
  [
    'a claim that a StatefulSet would not use',
    { persistence: { enabled: true, type: StackGrafanaPersistenceType.STS, existingClaim: 'a' } },
    'persistence.existingClaim',
  ],
  [
    'an annotation for folders that Grafana does not make',
    { sidecar: { dashboards: { folderAnnotation: 'grafana_folder' } } },
    'sidecar.dashboards.folderAnnotation',
  ],
  [
    'one folder beside folders of files',
    { sidecar: { dashboards: { provider: { folder: 'a', foldersFromFilesStructure: true } } } },
    'sidecar.dashboards.provider.folder',
  ],
  ['dashboards without a provider', { dashboards: { default: { node: { gnetId: 1860 } } } }, 'dashboards'],
  ['a name beside the Secret of the administrator', { adminUser: 'a', admin: { existingSecret: 'a' } }, 'adminUser'],
  [
    'dashboards for the Grafana Operator and nobody who takes them',
    { operator: { dashboardsConfigMapRefEnabled: true } },
    'operator.dashboardsConfigMapRefEnabled',
  ],
  [
    'two folders for the Grafana Operator',
    { operator: { dashboardsConfigMapRefEnabled: true, matchLabels: { a: 'b' }, folderUid: 'a', folderRef: 'b' } },
    'operator.folderUid',
  ],
  ['settings of a volume that is off', { persistence: { storageClassName: 'a' } }, 'persistence'],
  [
    'a secret of a data source that is written out',
    { additionalDataSources: [{ ...loki, secureJsonData: { basicAuthPassword: 'hunter2' } }] },
    'additionalDataSources[0].secureJsonData.basicAuthPassword',
  ],
  [
    'a secret in the configuration file that is written out',
    { grafanaIni: { 'auth.github': { client_secret: 'hunter2' } } },
    'grafanaIni.auth\\.github.client_secret',
  ],
];

test.each(refused)('refuses %s', (_title, grafana, field) => {
  expect(problemsOf({ grafana })).toContain(`grafana.${field}`);
});

const warned: [title: string, grafana: StackGrafana, path: string][] = [
  ['a rolling update of a volume for one node', { persistence: { enabled: true } }, 'persistence.enabled'],
  ['replicas with a database each', { replicas: 2 }, 'replicas'],
];

test.each(warned)('warns of %s', (_title, grafana, path) => {
  expect(warningsOf({ grafana })).toEqual([`grafana.${path}`]);
});

const accepted: [title: string, grafana: StackGrafana][] = [
  [
    'a default data source in place of that of the chart',
    {
      sidecar: { datasources: { isDefaultDatasource: false } },
      additionalDataSources: [{ ...loki, isDefault: true }],
    },
  ],
  [
    'a default data source of another organization',
    { additionalDataSources: [{ ...loki, isDefault: true, orgId: 2 }] },
  ],
  [
    'the name of the chart where its data source is off',
    {
      sidecar: { datasources: { defaultDatasourceEnabled: false } },
      additionalDataSources: [{ name: 'Prometheus', type: 'prometheus', isDefault: true }],
    },
  ],
  ['a volume for one node that is let go first', { persistence: { enabled: true }, deploymentStrategy: recreate }],
  ['a volume of a StatefulSet', { persistence: { enabled: true, type: StackGrafanaPersistenceType.STS } }],
  ['a volume for many nodes', { persistence: { enabled: true, accessModes: ['ReadWriteMany'] } }],
  ['replicas with one database', { replicas: 2, grafanaIni: { database: { type: 'postgres', host: 'db:5432' } } }],
  [
    'replicas whose database is in a variable',
    { replicas: 2, envValueFrom: { GF_DATABASE_URL: { secretKeyRef: { name: 'db', key: 'url' } } } },
  ],
  [
    'folders by an annotation',
    {
      sidecar: { dashboards: { folderAnnotation: 'grafana_folder', provider: { foldersFromFilesStructure: true } } },
    },
  ],
  [
    'one folder for the Grafana Operator',
    { operator: { dashboardsConfigMapRefEnabled: true, matchLabels: { a: 'b' }, folderRef: 'b' } },
  ],
  [
    'secrets by reference',
    {
      grafanaIni: { database: { password: '$__env{DB_PASSWORD}' } },
      additionalDataSources: [{ ...loki, secureJsonData: { basicAuthPassword: '$LOKI_PASSWORD' } }],
    },
  ],
  ['what cannot work in a Grafana that is off', { enabled: false, replicas: 2 }],
];

test.each(accepted)('accepts %s', (_title, grafana) => {
  expect(problemsOf({ grafana })).toEqual([]);
  expect(warningsOf({ grafana })).toEqual([]);
});

test('leaves folders to a provider that is not the one of the sidecar', () => {
  const dashboards = { folderAnnotation: 'grafana_folder', SCProvider: false };
  expect(problemsOf({ values: { grafana: { sidecar: { dashboards } } } })).toEqual([]);
});

test('names a secret in the configuration file as it stands in `values`', () => {
  const values = { grafana: { 'grafana.ini': { 'auth.github': { client_secret: 'hunter2' } } } };
  expect(problemsOf({ values })).toEqual(['values.grafana.grafana\\.ini.auth\\.github.client_secret']);
});
