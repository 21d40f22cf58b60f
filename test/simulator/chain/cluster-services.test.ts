import { clusterServiceFor } from '../../../lib/simulator/chain/cluster-services';

function made(matchLabels: { [key: string]: string }, ...namespaces: string[]): string | undefined {
  return clusterServiceFor({ namespaces, selector: { matchLabels }, byApiServer: false });
}

test('a Service that comes with a cluster is in its own namespace', () => {
  expect(made({ component: 'apiserver' }, 'shop', 'default')).toMatch(/^Service default\/kubernetes /);
  expect(made({ component: 'apiserver' }, 'shop')).toBeUndefined();
  expect(made({ 'k8s-app': 'kube-dns' }, 'kube-system')).toMatch(/^Service kube-system\/kube-dns /);
  expect(made({ 'k8s-app': 'kube-dns' }, 'default')).toBeUndefined();
});

test('the Service of the kubelets is where a flag says', () => {
  expect(made({ 'k8s-app': 'kubelet' }, 'shop')).toMatch(/--kubelet-service/);
});

test('a selector that asks for nothing asks for none of them', () => {
  expect(made({}, 'default')).toBeUndefined();
});
