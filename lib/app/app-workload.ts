import {
  DaemonSet,
  type DaemonSetProps,
  Deployment,
  type DeploymentProps,
  type Service,
  StatefulSet,
  type StatefulSetProps,
  type Workload,
  type WorkloadProps,
} from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** Which kind of workload runs the app. */
enum Kind {
  DEPLOYMENT,
  STATEFUL_SET,
  DAEMON_SET,
}

/** What `MonitoredApp` adds to the props of its workload. */
export interface AppWorkloadOverrides extends WorkloadProps {
  readonly replicas?: number;
  readonly service?: Service;
}

/**
 * What runs the pods of a `MonitoredApp`, with everything that cdk8s-plus can say about it: replicas, strategy, volumes,
 * further containers, the service account, and so on.
 */
export class AppWorkload {
  /** A Deployment: pods that are alike and replaceable. */
  public static deployment(props: DeploymentProps = {}): AppWorkload {
    return new AppWorkload(Kind.DEPLOYMENT, props, 'Deployment');
  }

  /**
   * A StatefulSet: pods with a name and storage of their own. Unless `service` is given here, the Service of the app
   * governs it, and is headless.
   */
  public static statefulSet(props: StatefulSetProps = {}): AppWorkload {
    return new AppWorkload(Kind.STATEFUL_SET, props, 'StatefulSet');
  }

  /** A DaemonSet: one pod on each node. */
  public static daemonSet(props: DaemonSetProps = {}): AppWorkload {
    return new AppWorkload(Kind.DAEMON_SET, props, 'DaemonSet');
  }

  private constructor(
    private readonly type: Kind,
    /** @internal */
    public readonly _props: WorkloadProps,
    /** Kind of the Kubernetes object. */
    public readonly kind: string,
  ) {}

  /** @internal */
  public get _replicas(): number | undefined {
    return (this._props as DeploymentProps).replicas;
  }

  /** @internal */
  public get _governedByOwnService(): boolean {
    return this.type === Kind.STATEFUL_SET && (this._props as StatefulSetProps).service === undefined;
  }

  /**
   * @internal
   * @param props what the app adds; wins over what was given to the static factory
   */
  public _create(scope: Construct, id: string, props: AppWorkloadOverrides): Workload {
    // The static factory that made this object has checked that the props fit the kind.
    const merged: any = { ...this._props, ...props };
    switch (this.type) {
      case Kind.DEPLOYMENT:
        return new Deployment(scope, id, merged);
      case Kind.STATEFUL_SET:
        return new StatefulSet(scope, id, merged);
      case Kind.DAEMON_SET:
        return new DaemonSet(scope, id, merged);
    }
  }
}
