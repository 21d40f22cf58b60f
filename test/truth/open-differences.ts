const NULLS =
  'server-side apply refuses null for a field without a default; other requests drop it, and the simulator goes by these';
const FLAGS =
  'the simulator does not know all flags of the Operator, nor where an empty name in a list of namespaces leads';

/**
 * Scenarios with which the simulator does not agree yet, each with what is missing. A test fails when one of them comes to
 * agree, so that it is taken from this list, and when another one differs.
 */
export const OPEN_DIFFERENCES: { readonly [scenario: string]: string } = {
  'managing/unmanaged': NULLS,
  'rejection/made-by-controllers': 'keys that a controller will not write are taken for ones that it may',
  'rejection/proxy-address': 'addresses are read by rules of JavaScript, which takes some that Go does not',
  'rejection/references-of-empty-secrets': 'a Secret with annotations and no keys counts as one that something fills',
  'rejection/relabel-hashmod': 'a modulus beyond 2^53 is written as a float by JSON',
  'schema/durations-refused': NULLS,
  'schema/limits': NULLS,
  'schema/metadata': 'names, and keys of labels and annotations, are not looked at',
  'schema/nulls': NULLS,
  'schema/nulls-of-a-prometheus': NULLS,
  'schema/ports-of-a-pod-monitor': NULLS,
  'schema/ports-of-a-service-monitor': NULLS,
  'schema/relabelings': NULLS,
  'schema/required-of-a-pod-monitor': NULLS,
  'schema/types': NULLS,
  'scrape-classes/attach-metadata': 'labels of nodes are not simulated',
  'scrape-classes/null-name': NULLS,
  'selection/namespace-selector-absent': NULLS,
  'selection/selector-absent': NULLS,
  'watching/namespaces-empty': FLAGS,
  'watching/namespaces-with-an-empty-name': FLAGS,
  'watching/unknown-flag': FLAGS,
  'watching/value-of-a-switch-apart': FLAGS,
};
