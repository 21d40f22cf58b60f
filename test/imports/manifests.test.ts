import * as fs from 'node:fs';
import * as path from 'node:path';
import { type ApiObject, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import { parseAllDocuments } from 'yaml';
import * as v1 from '../../imports/monitoring.coreos.com/v1';
import * as v1alpha1 from '../../imports/monitoring.coreos.com/v1alpha1';
import * as v1beta1 from '../../imports/monitoring.coreos.com/v1beta1';
import { describeWithData } from '../shared-data';

type FromManifest = { fromManifest(scope: Construct, id: string, manifest: any): ApiObject };

const CLASSES: { [apiVersion: string]: { [kind: string]: FromManifest } } = {
  'monitoring.coreos.com/v1': v1 as unknown as { [kind: string]: FromManifest },
  'monitoring.coreos.com/v1alpha1': v1alpha1 as unknown as { [kind: string]: FromManifest },
  'monitoring.coreos.com/v1beta1': v1beta1 as unknown as { [kind: string]: FromManifest },
};

describeWithData('kube-prometheus-manifests', 'the manifests of kube-prometheus', (directory) => {
  const manifests = fs
    .readdirSync(directory)
    .filter((file) => /\.ya?ml$/.test(file))
    .flatMap((file) =>
      parseAllDocuments(fs.readFileSync(path.join(directory, file), 'utf8')).map((document) => ({
        file,
        manifest: (document as { toJS(): any }).toJS(),
      })),
    )
    .filter(({ manifest }) => manifest?.apiVersion?.startsWith('monitoring.coreos.com/'));

  test('hold objects of several kinds', () => {
    console.info(`${manifests.length} monitoring objects of kube-prometheus go through fromManifest`);
    expect(new Set(manifests.map(({ manifest }) => manifest.kind)).size).toBeGreaterThan(3);
  });

  test.each(manifests)('$manifest.kind in $file goes in and out unchanged', ({ manifest }) => {
    const type = CLASSES[manifest.apiVersion][manifest.kind];
    expect(type.fromManifest(Testing.chart(), 'Object', manifest).toJson()).toEqual(manifest);
  });
});
