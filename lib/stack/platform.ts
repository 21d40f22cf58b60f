import { type EksFargateOptions, type EksOptions, eks, eksFargate } from './platforms/amazon';
import type { ControlPlaneOptions } from './platforms/control-plane';
import { type DigitalOceanOptions, digitalOcean } from './platforms/digital-ocean';
import { type GkeOptions, gke, gkeAutopilot } from './platforms/google';
import { kubeadm } from './platforms/kubeadm';
import { type AksOptions, aks } from './platforms/microsoft';
import { openShift } from './platforms/open-shift';
import { inNamespace, type PlatformSetting } from './platforms/platform-setting';
import { type K3sOptions, k3s, rke2 } from './platforms/rancher';
import { type TalosOptions, talos } from './platforms/talos';

/**
 * Where the release runs. The chart's defaults expect a control plane that can be scraped and CoreDNS; a preset switches
 * off what a platform hides, so that no target stays down and no absence alert fires for ever.
 *
 * The constants are for clusters as they come; where the cluster was set up otherwise, the methods take options.
 *
 * A preset is the weakest source of values: whatever the user gives, typed or in `values`, wins. Nothing is hidden: see
 * `settings`, the head of the values file, and the page on platforms.
 */
export class Platform {
  /** No preset: the chart's own defaults. */
  public static readonly GENERIC = new Platform('generic', []);

  /**
   * Google Kubernetes Engine, Standard mode.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | Google runs the controller manager out of reach, so its target is never there and KubeControllerManagerDown fires for ever. |
   * | `kubeScheduler.enabled` | `false` | Google runs the scheduler out of reach, so its target is never there and KubeSchedulerDown fires for ever. |
   * | `kubeEtcd.enabled` | `false` | Google runs etcd out of reach, so there is no pod to scrape and its alerts and dashboard stay empty. |
   * | `kubeProxy.enabled` | `false` | kube-proxy serves metrics on the node's loopback address only, and Dataplane V2 has none, so KubeProxyDown fires for ever. |
   * | `coreDns.enabled` | `false` | the cluster DNS is kube-dns or Cloud DNS; the CoreDNS port of the chart is not there. |
   * | `kubeDns.enabled` | `true` | kube-dns is the DNS of a Standard cluster; where Cloud DNS replaces it the monitor finds no pod, and no alert depends on it. |
   */
  public static readonly GKE = Platform.gke();

  /**
   * Google Kubernetes Engine, Autopilot mode. Give every component `resources`: Autopilot bills what is requested, and
   * fills in a large default where nothing is.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | Google runs the controller manager out of reach, so its target is never there and KubeControllerManagerDown fires for ever. |
   * | `kubeScheduler.enabled` | `false` | Google runs the scheduler out of reach, so its target is never there and KubeSchedulerDown fires for ever. |
   * | `kubeEtcd.enabled` | `false` | Google runs etcd out of reach, so there is no pod to scrape and its alerts and dashboard stay empty. |
   * | `kubeProxy.enabled` | `false` | Dataplane V2 stands in for kube-proxy, and Autopilot refuses the Service in kube-system; without a target KubeProxyDown fires for ever. |
   * | `coreDns.enabled` | `false` | the cluster DNS is kube-dns or Cloud DNS, and Autopilot refuses the Service that the chart would put into kube-system. |
   * | `nodeExporter.enabled` | `false` | Autopilot refuses its host network, host PID, host paths and host port. |
   * | `prometheusOperator.kubeletService.namespace` | `"<namespace>"` | the Operator keeps a Service of all kubelets, and Autopilot refuses it in kube-system; without it KubeletDown fires for ever. |
   * | `kubelet.namespace` | `"<namespace>"` | the monitor looks where that Service is. |
   * | `kube-state-metrics.collectorsExclude` | `["mutatingwebhookconfigurations"]` | Autopilot keeps these to itself, so kube-state-metrics logs an error at each attempt to list them. |
   */
  public static readonly GKE_AUTOPILOT = new Platform('gke-autopilot', gkeAutopilot());

  /**
   * Amazon EKS with EC2 nodes.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | AWS runs the controller manager out of reach, so its target is never there and KubeControllerManagerDown fires for ever. |
   * | `kubeScheduler.enabled` | `false` | AWS runs the scheduler out of reach, so its target is never there and KubeSchedulerDown fires for ever. |
   * | `kubeEtcd.enabled` | `false` | AWS runs etcd out of reach, so there is no pod to scrape and its alerts and dashboard stay empty. |
   * | `kubeProxy.enabled` | `false` | kube-proxy serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeProxyInstanceUnreachable fire for ever (KubeProxyDown in older charts). |
   */
  public static readonly EKS = Platform.eks();

  /**
   * Amazon EKS with Fargate nodes only.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | AWS runs the controller manager out of reach, so its target is never there and KubeControllerManagerDown fires for ever. |
   * | `kubeScheduler.enabled` | `false` | AWS runs the scheduler out of reach, so its target is never there and KubeSchedulerDown fires for ever. |
   * | `kubeEtcd.enabled` | `false` | AWS runs etcd out of reach, so there is no pod to scrape and its alerts and dashboard stay empty. |
   * | `kubeProxy.enabled` | `false` | Fargate nodes have no pod of kube-proxy, so its target is never there and KubeProxyDown fires for ever. |
   * | `nodeExporter.enabled` | `false` | Fargate runs no DaemonSets, so its dashboards stay empty. |
   * | `prometheusOperator.tls.internalPort` | `8443` | on Fargate a pod shares its address with its kubelet, which holds port 10250. |
   */
  public static readonly EKS_FARGATE = Platform.eksFargate();

  /**
   * Azure Kubernetes Service.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | Azure runs the controller manager out of reach, so its target is never there and KubeControllerManagerDown fires for ever. |
   * | `kubeScheduler.enabled` | `false` | Azure runs the scheduler out of reach, so its target is never there and KubeSchedulerDown fires for ever. |
   * | `kubeEtcd.enabled` | `false` | Azure runs etcd out of reach, so there is no pod to scrape and its alerts and dashboard stay empty. |
   * | `kubeProxy.enabled` | `false` | its pods carry other labels than the chart selects, and their port is not reachable everywhere; without a target KubeProxyDown fires for ever. |
   */
  public static readonly AKS = Platform.aks();

  /**
   * DigitalOcean Kubernetes.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | DigitalOcean runs the controller manager out of reach, so its target is never there and KubeControllerManagerDown fires for ever. |
   * | `kubeScheduler.enabled` | `false` | DigitalOcean runs the scheduler out of reach, so its target is never there and KubeSchedulerDown fires for ever. |
   * | `kubeEtcd.enabled` | `false` | DigitalOcean runs etcd out of reach, so there is no pod to scrape and its alerts and dashboard stay empty. |
   * | `kubeProxy.enabled` | `false` | kube-proxy serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeProxyInstanceUnreachable fire for ever (KubeProxyDown in older charts). |
   */
  public static readonly DIGITALOCEAN = Platform.digitalOcean();

  /**
   * A cluster made by kubeadm, with its control plane as kubeadm leaves it.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | the controller manager serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeControllerManagerInstanceUnreachable fire for ever (KubeControllerManagerDown in older charts). |
   * | `kubeScheduler.enabled` | `false` | the scheduler serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeSchedulerInstanceUnreachable fire for ever (KubeSchedulerDown in older charts). |
   * | `kubeEtcd.enabled` | `false` | etcd serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown, etcdMembersDown and etcdInsufficientMembers fire for ever. |
   * | `kubeProxy.enabled` | `false` | kube-proxy serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeProxyInstanceUnreachable fire for ever (KubeProxyDown in older charts). |
   */
  public static readonly KUBEADM = Platform.kubeadm();

  /**
   * kind: Kubernetes in containers.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | the controller manager serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeControllerManagerInstanceUnreachable fire for ever (KubeControllerManagerDown in older charts). |
   * | `kubeScheduler.enabled` | `false` | the scheduler serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeSchedulerInstanceUnreachable fire for ever (KubeSchedulerDown in older charts). |
   * | `kubeEtcd.enabled` | `false` | etcd serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown, etcdMembersDown and etcdInsufficientMembers fire for ever. |
   * | `kubeProxy.enabled` | `false` | kube-proxy serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeProxyInstanceUnreachable fire for ever (KubeProxyDown in older charts). |
   */
  public static readonly KIND = Platform.kind();

  /**
   * minikube.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | the controller manager serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeControllerManagerInstanceUnreachable fire for ever (KubeControllerManagerDown in older charts). |
   * | `kubeScheduler.enabled` | `false` | the scheduler serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeSchedulerInstanceUnreachable fire for ever (KubeSchedulerDown in older charts). |
   * | `kubeEtcd.enabled` | `false` | etcd serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown, etcdMembersDown and etcdInsufficientMembers fire for ever. |
   * | `kubeProxy.enabled` | `false` | kube-proxy serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeProxyInstanceUnreachable fire for ever (KubeProxyDown in older charts). |
   */
  public static readonly MINIKUBE = Platform.minikube();

  /**
   * Talos Linux. The namespace of the release needs the label `pod-security.kubernetes.io/enforce: privileged` for
   * node-exporter.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | the controller manager serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeControllerManagerInstanceUnreachable fire for ever (KubeControllerManagerDown in older charts). |
   * | `kubeScheduler.enabled` | `false` | the scheduler serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeSchedulerInstanceUnreachable fire for ever (KubeSchedulerDown in older charts). |
   * | `kubeEtcd.enabled` | `false` | etcd is a service of the host and not a pod, so there is nothing to scrape and its alerts and dashboard stay empty. |
   * | `kubeProxy.enabled` | `false` | kube-proxy serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeProxyInstanceUnreachable fire for ever (KubeProxyDown in older charts). |
   */
  public static readonly TALOS = Platform.talos();

  /**
   * k3s.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | k3s runs the controller manager inside its one process, so there is no pod to find and KubeControllerManagerDown fires for ever; its metrics come with those of the kubelet. |
   * | `kubeScheduler.enabled` | `false` | k3s runs the scheduler inside its one process, so there is no pod to find and KubeSchedulerDown fires for ever; its metrics come with those of the kubelet. |
   * | `kubeEtcd.enabled` | `false` | k3s runs etcd, if at all, inside its one process, so there is no pod to scrape and its alerts and dashboard stay empty. |
   * | `kubeProxy.enabled` | `false` | k3s runs kube-proxy inside its one process, so there is no pod to find and KubeProxyDown fires for ever; its metrics come with those of the kubelet. |
   */
  public static readonly K3S = Platform.k3s();

  /**
   * RKE2.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `kubeControllerManager.enabled` | `false` | the controller manager serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeControllerManagerInstanceUnreachable fire for ever (KubeControllerManagerDown in older charts). |
   * | `kubeScheduler.enabled` | `false` | the scheduler serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown and KubeSchedulerInstanceUnreachable fire for ever (KubeSchedulerDown in older charts). |
   * | `kubeEtcd.enabled` | `false` | etcd serves metrics on 127.0.0.1 of its node unless the cluster is set up otherwise, so its targets stay down and TargetDown, etcdMembersDown and etcdInsufficientMembers fire for ever. |
   * | `kubeProxy.enabled` | `false` | the pods of kube-proxy carry the label component, and not the one that the chart selects, and it serves metrics on 127.0.0.1 of its node; without a target KubeProxyDown fires for ever. |
   */
  public static readonly RKE2 = Platform.rke2();

  /**
   * OpenShift, beside the monitoring that it brings. Prefer its monitoring for user workloads, which takes
   * ServiceMonitors and PrometheusRules without any label, and needs no release at all.
   *
   * The nulls survive in a values file, and get lost in the values of an Argo CD Application or Flux HelmRelease.
   *
   * | value | set to | because |
   * | --- | --- | --- |
   * | `crds.enabled` | `false` | the cluster-version operator owns the CRDs and puts its own version back. |
   * | `kubeControllerManager.enabled` | `false` | its pods are in a namespace of the platform, whose own Prometheus scrapes them; without a target KubeControllerManagerDown fires for ever. |
   * | `kubeScheduler.enabled` | `false` | its pods are in a namespace of the platform, whose own Prometheus scrapes them; without a target KubeSchedulerDown fires for ever. |
   * | `kubeProxy.enabled` | `false` | its pods are in a namespace of the platform, whose own Prometheus scrapes them; without a target KubeProxyDown fires for ever. |
   * | `kubeEtcd.enabled` | `false` | its pods are in a namespace of the platform, whose own Prometheus scrapes them; its alerts and dashboard stay empty. |
   * | `coreDns.enabled` | `false` | its pods are in a namespace of the platform, whose own Prometheus scrapes them; its dashboard stays empty. |
   * | `kubelet.enabled` | `false` | the Operator of the platform keeps the same Service of all kubelets, so each would be scraped twice, which breaks rules that join on it. |
   * | `prometheusOperator.kubeletService.enabled` | `false` | the platform has such a Service; KubeletDown follows this value, and fires for ever where the kubelets are not scraped. |
   * | `nodeExporter.enabled` | `false` | port 9100 of each node is taken by the node-exporter of the platform. |
   * | `prometheusOperator.admissionWebhooks.enabled` | `false` | it would judge the rules of the platform too; the jobs that make its certificate ask for a fixed user. |
   * | `prometheusOperator.tls.enabled` | `false` | without the webhook nobody makes the certificate that the Operator would mount. |
   * | `prometheusOperator.namespaces.releaseNamespace` | `true` | an Operator that watches all namespaces fights with that of the platform over openshift-monitoring; add namespaces with your monitors to prometheusOperator.namespaces.additional. |
   * | `prometheusOperator.prometheusInstanceNamespaces` | `["<namespace>"]` | whatever else the Operator watches, it runs the instances of this release only. |
   * | `prometheusOperator.alertmanagerInstanceNamespaces` | `["<namespace>"]` | whatever else the Operator watches, it runs the instances of this release only. |
   * | `prometheusOperator.thanosRulerInstanceNamespaces` | `["<namespace>"]` | whatever else the Operator watches, it runs the instances of this release only. |
   * | `prometheus.prometheusSpec.securityContext` | `null` | the restricted SCC refuses fixed user and group ids and chooses them itself. |
   * | `alertmanager.alertmanagerSpec.securityContext` | `null` | the restricted SCC refuses fixed user and group ids and chooses them itself. |
   * | `thanosRuler.thanosRulerSpec.securityContext` | `null` | the restricted SCC refuses fixed user and group ids and chooses them itself. |
   * | `prometheusOperator.securityContext` | `null` | the restricted SCC refuses fixed user and group ids and chooses them itself. |
   * | `prometheusOperator.admissionWebhooks.patch.securityContext` | `null` | the restricted SCC refuses fixed user and group ids and chooses them itself. |
   * | `grafana.securityContext` | `null` | the restricted SCC refuses fixed user and group ids and chooses them itself. |
   * | `kube-state-metrics.securityContext.enabled` | `false` | the restricted SCC refuses fixed user and group ids here as well. |
   * | `grafana.initChownData.enabled` | `false` | it runs as root, which the restricted SCC refuses; only a Grafana with a volume has it. |
   */
  public static readonly OPENSHIFT = new Platform('openshift', openShift());

  /**
   * Google Kubernetes Engine, Standard mode.
   *
   * @throws if an option is not one of its values
   */
  public static gke(options: GkeOptions = {}): Platform {
    return new Platform('gke', gke(options));
  }

  /**
   * Amazon EKS with EC2 nodes.
   *
   * @throws if an option is not one of its values
   */
  public static eks(options: EksOptions = {}): Platform {
    return new Platform('eks', eks(options));
  }

  /**
   * Amazon EKS with Fargate nodes, alone or beside EC2 nodes.
   *
   * @throws if kube-proxy is said to be exposed where there is none
   */
  public static eksFargate(options: EksFargateOptions = {}): Platform {
    return new Platform('eks-fargate', eksFargate(options));
  }

  /**
   * Azure Kubernetes Service.
   *
   * @throws if an option is not one of its values
   */
  public static aks(options: AksOptions = {}): Platform {
    return new Platform('aks', aks(options));
  }

  /**
   * DigitalOcean Kubernetes.
   *
   * @throws if an option is not one of its values
   */
  public static digitalOcean(options: DigitalOceanOptions = {}): Platform {
    return new Platform('digitalocean', digitalOcean(options));
  }

  /**
   * A cluster made by kubeadm.
   *
   * @throws if an option is not one of its values
   */
  public static kubeadm(options: ControlPlaneOptions = {}): Platform {
    return new Platform('kubeadm', kubeadm('Platform.kubeadm', options));
  }

  /**
   * kind: Kubernetes in containers.
   *
   * @throws if an option is not one of its values
   */
  public static kind(options: ControlPlaneOptions = {}): Platform {
    return new Platform('kind', kubeadm('Platform.kind', options));
  }

  /**
   * minikube.
   *
   * @throws if an option is not one of its values
   */
  public static minikube(options: ControlPlaneOptions = {}): Platform {
    return new Platform('minikube', kubeadm('Platform.minikube', options));
  }

  /**
   * Talos Linux.
   *
   * @throws if an option is not one of its values, or an endpoint is no IP address
   */
  public static talos(options: TalosOptions = {}): Platform {
    return new Platform('talos', talos(options));
  }

  /**
   * k3s.
   *
   * @throws if an endpoint is no IP address
   */
  public static k3s(options: K3sOptions = {}): Platform {
    return new Platform('k3s', k3s(options));
  }

  /**
   * RKE2.
   *
   * @throws if an option is not one of its values
   */
  public static rke2(options: ControlPlaneOptions = {}): Platform {
    return new Platform('rke2', rke2(options));
  }

  private constructor(
    /** Short name, as used in messages and on the page. */
    public readonly name: string,
    /**
     * Every value that this preset sets, with the reason. The text `<namespace>` in a value stands for the namespace of
     * the release; `settingsFor` fills it in.
     */
    public readonly settings: PlatformSetting[],
  ) {
    // One object serves every release.
    Object.freeze(settings);
  }

  /**
   * Every value that this preset sets for a release, with the reason.
   *
   * @param namespace where the Prometheus and the Operator of the release are
   */
  public settingsFor(namespace: string): PlatformSetting[] {
    return this.settings.map((setting) => ({ ...setting, value: inNamespace(setting.value, namespace) }));
  }
}
