/**
 * One value that a platform preset sets, and why.
 */
export interface PlatformSetting {
  /** Path of the value in the chart, for example `kubeScheduler.enabled`. */
  readonly path: string;
  /** The value that the preset gives it. */
  readonly value: any;
  /** Why the chart's default does not fit this platform. */
  readonly reason: string;
}

/**
 * Where the release runs. The chart's defaults expect a control plane that can be scraped and CoreDNS; a preset switches
 * off what a managed platform hides, so that no target stays down and no absence alert fires for ever.
 *
 * A preset is the weakest source of values: whatever the user gives, typed or in `values`, wins. Nothing is hidden: see
 * `settings`, and the page on platforms.
 */
export class Platform {
  /** No preset: the chart's own defaults. */
  public static readonly GENERIC = new Platform('generic', []);

  /**
   * Google Kubernetes Engine, Standard mode.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | Google runs it out of reach |
   * | `kubeScheduler.enabled` | `false` | Google runs it out of reach |
   * | `kubeEtcd.enabled` | `false` | Google runs it out of reach |
   * | `kubeProxy.enabled` | `false` | listens on the node's loopback address; absent with Dataplane V2 |
   * | `coreDns.enabled` | `false` | the cluster DNS is kube-dns or Cloud DNS |
   * | `kubeDns.enabled` | `true` | the cluster DNS is kube-dns; with Cloud DNS it finds no pod and alerts on nothing |
   */
  public static readonly GKE = new Platform('gke', [
    {
      path: 'kubeControllerManager.enabled',
      value: false,
      reason:
        'Google runs the controller manager out of reach, so its target is never there and KubeControllerManagerDown fires for ever.',
    },
    {
      path: 'kubeScheduler.enabled',
      value: false,
      reason:
        'Google runs the scheduler out of reach, so its target is never there and KubeSchedulerDown fires for ever.',
    },
    {
      path: 'kubeEtcd.enabled',
      value: false,
      reason: 'Google runs etcd out of reach, so there is no pod to scrape and its alerts and dashboard stay empty.',
    },
    {
      path: 'kubeProxy.enabled',
      value: false,
      reason:
        "kube-proxy serves metrics on the node's loopback address only, and Dataplane V2 has none, so KubeProxyDown fires for ever.",
    },
    {
      path: 'coreDns.enabled',
      value: false,
      reason: 'the cluster DNS is kube-dns or Cloud DNS; the CoreDNS port of the chart is not there.',
    },
    {
      path: 'kubeDns.enabled',
      value: true,
      reason:
        'kube-dns is the DNS of a Standard cluster; where Cloud DNS replaces it the monitor finds no pod, and no alert depends on it.',
    },
  ]);

  private constructor(
    /** Short name, as used in messages and on the page. */
    public readonly name: string,
    /** Every value that this preset sets, with the reason. */
    public readonly settings: PlatformSetting[],
  ) {
    // One object serves every release.
    Object.freeze(settings);
  }
}
