/** What a user's code may pull in, cdk8s itself apart. */
export interface LoadedFiles {
  /** JavaScript that sees `cdk8s` and the package as `library`. */
  readonly statements: string;
  /** Files under `build/`, and packages as `(name)`. */
  readonly files: string[];
}

/**
 * What is loaded, by what is done. Loading time is a promise to users: whoever writes one construct does not pay for the
 * bindings of all kinds. A longer list is a decision, so it is written down here.
 */
export const LOADED_FILES: { [title: string]: LoadedFiles } = {
  'the main entry': {
    statements: '',
    files: ['lib/index.js'],
  },

  'a generated object': {
    statements: `
      const chart = new cdk8s.Chart(new cdk8s.App(), 'chart');
      new library.v1.ServiceMonitor(chart, 'monitor', { spec: { selector: {}, endpoints: [] } });
      chart.toJson()`,
    files: [
      'imports/monitoring.coreos.com/v1/index.js',
      'imports/monitoring.coreos.com/v1/service-monitor.js',
      'lib/index.js',
      'lib/private/manifest/field-table.js',
      'lib/private/manifest/serialize.js',
      'lib/private/manifest/typed-manifest.js',
      'lib/private/plain-object.js',
    ],
  },

  'new MonitoredApp': {
    statements: `
      const chart = new cdk8s.Chart(new cdk8s.App(), 'chart');
      const prometheus = library.Prometheus.fromSelectors({
        name: 'k8s',
        namespace: 'monitoring',
        serviceMonitorSelector: library.LabelSelector.everything(),
        serviceMonitorNamespaceSelector: library.NamespaceSelector.all(),
      });
      new library.MonitoredApp(chart, 'app', { image: 'app:1', port: 5000, prometheus });
      chart.toJson()`,
    files: [
      // cdk8s-plus-27 with what it loads itself.
      '(balanced-match)',
      '(brace-expansion)',
      '(cdk8s-plus-27)',
      '(concat-map)',
      '(minimatch)',
      'imports/monitoring.coreos.com/v1/service-monitor.js',
      'lib/app/app-names.js',
      'lib/app/app-container.js',
      'lib/app/app-workload.js',
      'lib/app/check-app-ports.js',
      'lib/app/check-monitored-app.js',
      'lib/app/monitored-app-props.js',
      'lib/app/monitored-app.js',
      'lib/index.js',
      'lib/monitor/monitor-namespace.js',
      'lib/monitor/monitor-wiring.js',
      'lib/monitor/render-monitor-options.js',
      'lib/monitor/render-scrape-options.js',
      'lib/monitor/service-monitor.js',
      'lib/monitor/service-target.js',
      'lib/monitor/services-of-chart.js',
      'lib/monitor/target-object.js',
      'lib/monitor/wired.js',
      'lib/private/defined-only.js',
      'lib/private/kubernetes-names.js',
      'lib/private/manifest/field-table.js',
      'lib/private/manifest/serialize.js',
      'lib/private/manifest/typed-manifest.js',
      'lib/private/plain-object.js',
      'lib/private/problems.js',
      'lib/private/tree-index.js',
      'lib/prometheus/in-use.js',
      'lib/prometheus/prometheus.js',
      'lib/prometheus/select.js',
      'lib/selection/label-selector.js',
      'lib/selection/namespace-selector.js',
      'lib/selection/operator-scope.js',
    ],
  },

  'new StackRelease, before anything is validated': {
    statements: `
      new library.StackRelease(new cdk8s.App(), 'stack', { namespace: 'monitoring' })`,
    // The simulator and the checks come when cdk8s validates the app.
    files: [
      'lib/index.js',
      'lib/private/go-duration.js',
      'lib/private/kubernetes-names.js',
      'lib/private/plain-object.js',
      'lib/private/problems.js',
      'lib/private/prometheus-duration.js',
      'lib/private/prometheus-size.js',
      'lib/prometheus/prometheus.js',
      'lib/proof/proof-scope.js',
      'lib/proof/register-proof.js',
      'lib/selection/label-selector.js',
      'lib/selection/namespace-selector.js',
      'lib/selection/operator-scope.js',
      'lib/stack/chart-versions.js',
      'lib/stack/check-props.js',
      'lib/stack/check-values.js',
      'lib/stack/checks/networking.js',
      'lib/stack/checks/prometheus.js',
      'lib/stack/checks/switches.js',
      'lib/stack/checks/thanos-ruler.js',
      'lib/stack/declared-stack.js',
      'lib/stack/literal-secrets.js',
      'lib/stack/model.js',
      'lib/stack/names.js',
      'lib/stack/platform.js',
      'lib/stack/release-values.js',
      'lib/stack/selection.js',
      'lib/stack/stack-release.js',
      'lib/stack/typed/alertmanager.js',
      'lib/stack/typed/bound-kind.js',
      'lib/stack/typed/claim-retention.js',
      'lib/stack/typed/crds.js',
      'lib/stack/typed/custom-rule.js',
      'lib/stack/typed/default-rules.js',
      'lib/stack/typed/existing-secret.js',
      'lib/stack/typed/global.js',
      'lib/stack/typed/grafana.js',
      'lib/stack/typed/image.js',
      'lib/stack/typed/ingress.js',
      'lib/stack/typed/network-policy.js',
      'lib/stack/typed/pod-disruption-budget.js',
      'lib/stack/typed/pod-metadata.js',
      'lib/stack/typed/prometheus-operator.js',
      'lib/stack/typed/prometheus/access.js',
      'lib/stack/typed/prometheus/alerting.js',
      'lib/stack/typed/prometheus/enabled-secret-key.js',
      'lib/stack/typed/prometheus/limits.js',
      'lib/stack/typed/prometheus/network-policy.js',
      'lib/stack/typed/prometheus/per-replica.js',
      'lib/stack/typed/prometheus/pods.js',
      'lib/stack/typed/prometheus/prometheus-table.js',
      'lib/stack/typed/prometheus/remote.js',
      'lib/stack/typed/prometheus/scraping.js',
      'lib/stack/typed/prometheus/selection-values.js',
      'lib/stack/typed/prometheus/selection.js',
      'lib/stack/typed/prometheus/server.js',
      'lib/stack/typed/prometheus/storage.js',
      'lib/stack/typed/prometheus/thanos-access.js',
      'lib/stack/typed/prometheus/thanos-sidecar.js',
      'lib/stack/typed/prometheus/thanos.js',
      'lib/stack/typed/prometheus/vertical-pod-autoscaler.js',
      'lib/stack/typed/prometheus/without-retention.js',
      'lib/stack/typed/replica-pods.js',
      'lib/stack/typed/route.js',
      'lib/stack/typed/scheduling.js',
      'lib/stack/typed/secret-key.js',
      'lib/stack/typed/selector-kind.js',
      'lib/stack/typed/service-account.js',
      'lib/stack/typed/service-monitor.js',
      'lib/stack/typed/service.js',
      'lib/stack/typed/stack-table.js',
      'lib/stack/typed/storage.js',
      'lib/stack/typed/thanos-ruler.js',
      'lib/stack/typed/value-kind.js',
      'lib/stack/typed/value-table.js',
      'lib/stack/values-file.js',
      'lib/stack/values-header.js',
      'lib/stack/values.js',
    ],
  },
};
