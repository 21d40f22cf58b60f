/**
 * The first line of a values file, which says which release the values are of. Whoever writes such a file and whoever
 * reads it take the form from here.
 */

/** First words of each file; nothing without them is ever deleted. */
export const VALUES_HEADER = '# Helm values of release ';

/** A release as the first line names it. */
export interface ValuesSubject {
  readonly release: string;
  readonly namespace: string;
  readonly chartVersion: string;
}

/** What follows the first words. */
export function valuesSubject({ release, namespace, chartVersion }: ValuesSubject): string {
  return `"${release}" in namespace "${namespace}", chart kube-prometheus-stack ${chartVersion}.`;
}

/** Reads the first line of a text; `undefined` where it is no values file of ours. */
export function parseValuesHeader(text: string): ValuesSubject | undefined {
  const match =
    /^\uFEFF?# Helm values of release "([^"]*)" in namespace "([^"]*)", chart kube-prometheus-stack (\S+)\.\s*(?:\r?\n|$)/.exec(
      text,
    );
  return match ? { release: match[1], namespace: match[2], chartVersion: match[3] } : undefined;
}
