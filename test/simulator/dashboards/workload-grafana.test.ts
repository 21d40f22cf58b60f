import { Bag } from '../../../lib/simulator/bag/bag';
import { BagLookup } from '../../../lib/simulator/bag/bag-lookup';
import { grafanasOfWorkloads } from '../../../lib/simulator/dashboards/workload-grafana';
import type { KubeObject } from '../../../lib/simulator/kube-object';
import { grafana } from '../../check/dashboard/grafana';

function sidecarsOf(manifest: object) {
  const lookup = new BagLookup(new Bag([{ object: manifest as KubeObject, source: {} }], {}));
  return grafanasOfWorkloads(lookup).map(({ dashboards, datasources }) => dashboards ?? datasources);
}

test('a sidecar is known by its image', () => {
  expect(sidecarsOf(grafana())).toMatchObject([
    { collects: 'dashboards', label: 'grafana_dashboard', folder: '/dashboards' },
  ]);
  expect(sidecarsOf(grafana({}, 'k8s-sidecar'))).toHaveLength(1);
  expect(sidecarsOf(grafana({}, 'example/my-k8s-sidecar:1'))).toEqual([]);
});

test('without a label it does not start', () => {
  expect(sidecarsOf(grafana({ LABEL: '' }))).toEqual([]);
});

test.each([
  [{ LABEL: 'x', REQ_URL: 'http://localhost:3000/api/admin/provisioning/datasources/reload' }, 'datasources'],
  [{ LABEL: 'grafana_datasource', FOLDER: '/x' }, 'datasources'],
  [{ LABEL: 'x', FOLDER: '/etc/grafana/provisioning/datasources' }, 'datasources'],
  [{ LABEL: 'x', FOLDER: '/x' }, 'dashboards'],
])('%j tells what it collects', (env, collects) => {
  expect(sidecarsOf(grafana(env))).toMatchObject([{ collects }]);
});

test('it looks for any value in ConfigMaps of its own namespace, unless it is told otherwise', () => {
  expect(sidecarsOf(grafana({ NAMESPACE: '' }))).toMatchObject([
    {
      labelValue: '',
      namespaces: ['monitoring'],
      kinds: ['ConfigMap'],
      folderAnnotation: 'k8s-sidecar-target-directory',
      uniqueNames: false,
      certain: true,
    },
  ]);
  const env = {
    LABEL_VALUE: 'a',
    NAMESPACE: 'a,b',
    RESOURCE: 'both',
    FOLDER_ANNOTATION: 'f',
    UNIQUE_FILENAMES: 'True',
  };
  expect(sidecarsOf(grafana(env))).toMatchObject([
    {
      labelValue: 'a',
      namespaces: ['a', 'b'],
      kinds: ['ConfigMap', 'Secret'],
      folderAnnotation: 'f',
      uniqueNames: true,
    },
  ]);
  expect(sidecarsOf(grafana({ RESOURCE: 'secret' }))).toMatchObject([{ kinds: ['Secret'] }]);
  expect(sidecarsOf(grafana({ NAMESPACE: 'ALL' }))).toMatchObject([{ namespaces: undefined }]);
});

test('what it has from elsewhere is not certain, but for its namespace', () => {
  expect(sidecarsOf(grafana({ NAMESPACE: { fieldRef: { fieldPath: 'metadata.namespace' } } }))).toMatchObject([
    { namespaces: ['monitoring'], certain: true },
  ]);
  expect(sidecarsOf(grafana({ RESOURCE_NAME: { configMapKeyRef: { name: 'x', key: 'y' } } }))).toMatchObject([
    { certain: false },
  ]);
});
