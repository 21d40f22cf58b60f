import type { JobBreak } from '../simulator/chain/job-break';
import type { SourcedObject } from '../simulator/kube-object';
import type { Instance } from '../simulator/operator/instance';
import type { MonitorOutcome } from '../simulator/operator/select-monitors';
import type { SimulatedJob, Simulation } from '../simulator/simulation';
import type { Absence } from './absence';
import type { PreparedObjects } from './prepare-objects';

/** An endpoint of a monitor that has no target, and where its chain breaks. */
export interface BrokenEndpoint {
  readonly monitor: SourcedObject;
  /** Index of the endpoint. */
  readonly endpoint: number;
  /** Path of the endpoint, such as `spec.endpoints[0]`. */
  readonly field: string;
  readonly cause: JobBreak;
  /** Its jobs, one for each instance at which the chain breaks in the same way. */
  readonly jobs: readonly SimulatedJob[];
}

/** What checks read. */
export interface CheckContext {
  readonly simulation: Simulation;
  readonly prepared: PreparedObjects;
  readonly absence: Absence;
  /** Whether there is no Prometheus at all, so that one with default settings that takes every monitor was assumed. */
  readonly assumedInstance: boolean;
  /** Every endpoint without a target, at instances that take its monitor. */
  readonly broken: readonly BrokenEndpoint[];
  /** Monitors that some instance takes, with the outcomes there. */
  readonly taken: ReadonlyMap<SourcedObject, readonly MonitorOutcome[]>;
  /** Monitors that no instance takes, although instances are there that work. */
  readonly untaken: ReadonlyMap<SourcedObject, readonly MonitorOutcome[]>;
  /** Instances that take monitors. */
  readonly working: readonly Instance[];
}
