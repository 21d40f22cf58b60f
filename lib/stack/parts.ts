import type { Size } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import type { Values } from './values';

/**
 * A ServiceAccount of the chart.
 */
export interface StackServiceAccount {
  /**
   * Whether the chart creates it.
   *
   * @default true
   */
  readonly create?: boolean;

  /**
   * Its name.
   *
   * @default - derived from the release name; `default` when the chart does not create it
   */
  readonly name?: string;

  /**
   * Annotations, for example those of a cloud's workload identity.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/**
 * Labels and annotations that pods get.
 */
export interface StackPodMetadata {
  /**
   * Labels.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/** `resources` as a manifest has it. */
export function resourceValues(resources: ContainerResources | undefined): Values | undefined {
  if (resources === undefined) {
    return undefined;
  }
  const { cpu, memory, ephemeralStorage } = resources;
  return {
    requests: withoutUndefined({
      cpu: cpu?.request?.amount,
      memory: memory?.request?.asString(),
      'ephemeral-storage': ephemeralStorage?.request?.asString(),
    }),
    limits: withoutUndefined({
      cpu: cpu?.limit?.amount,
      memory: memory?.limit?.asString(),
      'ephemeral-storage': ephemeralStorage?.limit?.asString(),
    }),
  };
}

/** A storage value of the chart: one volume claim template. */
export function volumeClaimValues(size: Size | undefined, storageClassName: string | undefined): Values | undefined {
  if (size === undefined) {
    return undefined;
  }
  return {
    volumeClaimTemplate: {
      spec: {
        storageClassName,
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: size.asString() } },
      },
    },
  };
}

function withoutUndefined(map: Values): Values | undefined {
  return Object.values(map).some((value) => value !== undefined) ? map : undefined;
}
