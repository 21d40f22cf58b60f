/**
 * Namespaces in which a cluster runs things of its own, such as static pods of the control plane, so that no set of
 * manifests ever shows all of them.
 */
export function isSystemNamespace(namespace: string): boolean {
  return /^(?:kube-system|kube-public|kube-node-lease|openshift(?:-.*)?|gke-.*|gmp-.*)$/.test(namespace);
}
