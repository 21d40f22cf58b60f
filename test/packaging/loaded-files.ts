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
      'lib/private/kubernetes-names.js',
      'lib/private/plain-object.js',
      'lib/private/problems.js',
      'lib/private/prometheus-duration.js',
      'lib/prometheus/prometheus.js',
      'lib/proof/proof-scope.js',
      'lib/proof/register-proof.js',
      'lib/selection/label-selector.js',
      'lib/selection/namespace-selector.js',
      'lib/selection/operator-scope.js',
      'lib/stack/chart-versions.js',
      'lib/stack/check-props.js',
      'lib/stack/check-values.js',
      'lib/stack/component-values.js',
      'lib/stack/declared-stack.js',
      'lib/stack/literal-secrets.js',
      'lib/stack/model.js',
      'lib/stack/names.js',
      'lib/stack/parts.js',
      'lib/stack/platform.js',
      'lib/stack/platforms/amazon.js',
      'lib/stack/platforms/control-plane.js',
      'lib/stack/platforms/digital-ocean.js',
      'lib/stack/platforms/google.js',
      'lib/stack/platforms/kubeadm.js',
      'lib/stack/platforms/microsoft.js',
      'lib/stack/platforms/open-shift.js',
      'lib/stack/platforms/platform-options.js',
      'lib/stack/platforms/platform-setting.js',
      'lib/stack/platforms/rancher.js',
      'lib/stack/platforms/talos.js',
      'lib/stack/preset-comment.js',
      'lib/stack/prometheus-values.js',
      'lib/stack/release-values.js',
      'lib/stack/selection.js',
      'lib/stack/stack-release.js',
      'lib/stack/values-file.js',
      'lib/stack/values-header.js',
      'lib/stack/values.js',
    ],
  },
};
