/** A release that Flux installs, with values as YAML on one line. */
export function fluxRelease(values: string, version = '88.5.3'): string {
  return `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: '${version}' } }
  releaseName: prometheus-stack
  values: ${values}
`;
}

/** A release that Argo CD installs, with the lines of `helm` beside the name. */
export function argoApplication(helm: string, { release = 'prometheus-stack', version = '88.5.3' } = {}): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: stack, namespace: argocd }
spec:
  source:
    repoURL: https://prometheus-community.github.io/helm-charts
    chart: kube-prometheus-stack
    targetRevision: ${version}
    helm:
      releaseName: ${release}
${helm.replace(/^/gm, ' '.repeat(6))}
  destination: { namespace: monitoring }
`;
}
