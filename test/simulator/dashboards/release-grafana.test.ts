import { grafanaOfRelease, workloadOfRelease } from '../../../lib/simulator/dashboards/release-grafana';
import type { StackSpec } from '../../../lib/simulator/stack/stack-spec';

function spec(grafana: object = {}, more: Partial<StackSpec> = {}): StackSpec {
  return {
    release: 'kps',
    namespace: 'monitoring',
    chartVersion: '88.5.3',
    values: { grafana },
    source: {},
    declaredBy: 'a test',
    ...more,
  };
}

test('the chart brings a Grafana with two sidecars', () => {
  expect(grafanaOfRelease(spec())).toMatchObject({
    name: 'Grafana of release monitoring/kps',
    namespace: 'monitoring',
    dashboards: {
      label: 'grafana_dashboard',
      labelValue: '1',
      namespaces: undefined,
      kinds: ['ConfigMap', 'Secret'],
      folder: '/tmp/dashboards',
      folderAnnotation: 'k8s-sidecar-target-directory',
      foldersFromFiles: false,
      uniqueNames: false,
      certain: true,
    },
    datasources: { label: 'grafana_datasource', labelValue: '1', namespaces: ['monitoring'] },
    ownDatasources: [
      { uid: 'prometheus', name: 'Prometheus', type: 'prometheus' },
      { uid: 'alertmanager', name: 'Alertmanager', type: 'alertmanager' },
    ],
  });
  expect(workloadOfRelease(spec())).toBe('monitoring/kps-grafana');
});

test('its dashboards are files, unless an annotation may send them elsewhere', () => {
  expect(grafanaOfRelease(spec())?.ownFiles).toContain('nodes.json');
  const annotations = { grafana_folder: 'Kubernetes' };
  expect(grafanaOfRelease(spec({ sidecar: { dashboards: { annotations } } }))?.ownFiles).toEqual([]);
});

test('there is none where it is switched off', () => {
  expect(grafanaOfRelease(spec({ enabled: false }))).toBeUndefined();
  expect(grafanaOfRelease(spec({ sidecar: { dashboards: { enabled: false } } }))?.dashboards).toBeUndefined();
});

test.each([
  ['partial values', spec({}, { partial: true })],
  ['a template', spec({ sidecar: { dashboards: { labelValue: '{{ .Values.x }}' } } })],
  ['names of resources', spec({ sidecar: { dashboards: { resourceName: 'configmap/a' } } })],
])('it is not certain with %s', (_title, stack) => {
  expect(grafanaOfRelease(stack)?.dashboards?.certain).toBe(false);
});

test('values decide about the files', () => {
  const dashboards = {
    resource: 'secret',
    folder: '/d',
    defaultFolderName: 'x',
    folderAnnotation: 'f',
    SCProvider: false,
  };
  const stack = spec({ sidecar: { enableUniqueFilenames: true, dashboards } });
  expect(grafanaOfRelease(stack)?.dashboards).toMatchObject({
    kinds: ['Secret'],
    folder: '/d/x',
    folderAnnotation: 'f',
    foldersFromFiles: undefined,
    uniqueNames: true,
  });
  const provider = { foldersFromFilesStructure: true };
  expect(grafanaOfRelease(spec({ sidecar: { dashboards: { provider } } }))?.dashboards?.foldersFromFiles).toBe(true);
});

test('datasources come of several values', () => {
  const sidecar = { datasources: { uid: 'p', name: 'P', alertmanager: { enabled: false } } };
  const loki = { name: 'Loki', type: 'loki', uid: 'loki' };
  const stack = spec({
    sidecar,
    additionalDataSources: [loki],
    datasources: { 'x.yaml': { datasources: [{ name: 'Tempo', type: 'tempo' }] } },
  });
  expect(grafanaOfRelease(stack)?.ownDatasources).toEqual([
    { uid: 'p', name: 'P', type: 'prometheus' },
    { uid: 'loki', name: 'Loki', type: 'loki' },
    { uid: '', name: 'Tempo', type: 'tempo' },
  ]);
  expect(
    grafanaOfRelease(spec({ sidecar: { datasources: { defaultDatasourceEnabled: false } } }))?.ownDatasources,
  ).toEqual([]);
});

test.each([
  { additionalDataSourcesString: 'x' },
  { sidecar: { datasources: { createPrometheusReplicasDatasources: true } } },
])('not all datasources are known with %j', (grafana) => {
  expect(grafanaOfRelease(spec(grafana))?.ownDatasources).toBeUndefined();
});
