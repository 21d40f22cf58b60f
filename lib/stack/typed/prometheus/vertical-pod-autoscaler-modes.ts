/**
 * Resources that a VerticalPodAutoscaler controls.
 */
export enum StackAutoscaledResource {
  /** CPU. */
  CPU = 'cpu',
  /** Memory. */
  MEMORY = 'memory',
}

/**
 * What a VerticalPodAutoscaler sets.
 */
export enum StackAutoscaledValues {
  /** Requests, and limits in proportion. */
  REQUESTS_AND_LIMITS = 'RequestsAndLimits',
  /** Requests. */
  REQUESTS_ONLY = 'RequestsOnly',
}

/**
 * When a VerticalPodAutoscaler applies what it recommends.
 */
export enum StackVpaUpdateMode {
  /** Never. */
  OFF = 'Off',
  /** When a pod starts. */
  INITIAL = 'Initial',
  /** When a pod starts, and by evicting pods. */
  RECREATE = 'Recreate',
  /** In running pods where possible, else by evicting them. */
  IN_PLACE_OR_RECREATE = 'InPlaceOrRecreate',
}
