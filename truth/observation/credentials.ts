import * as fs from 'node:fs';
import * as path from 'node:path';
import type { KubeObject } from '../../lib/simulator/kube-object';
import type { Cluster } from '../machine/cluster';

/** The token of the service account, and the certificate of the API server, as a kubelet puts them into a pod. */
export async function writeCredentials(
  cluster: Cluster,
  { metadata, spec }: KubeObject,
  folder: string,
): Promise<string> {
  const account = spec?.serviceAccountName || 'default';
  if (spec?.automountServiceAccountToken === false) {
    fs.mkdirSync(folder, { recursive: true });
    return folder;
  }
  const path_ = `/api/v1/namespaces/${metadata.namespace}/serviceaccounts/${account}/token`;
  const { status, body } = await cluster.api.request('POST', path_, {
    ...{ apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 3600 } },
  });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'token'), status === 201 ? body.status.token : '');
  fs.copyFileSync(cluster.certificate, path.join(folder, 'ca.crt'));
  fs.writeFileSync(path.join(folder, 'namespace'), String(metadata.namespace));
  return folder;
}
