import type { KubeObject } from '../../lib/simulator/kube-object';
import { parseVersion } from '../../lib/simulator/versions/version';

/** Which Prometheus stands for the one of an instance: 2 where it asks for any version 2, else 3. */
export function prometheusMajor({ spec }: KubeObject): 2 | 3 {
  return parseVersion(String(spec?.version ?? ''))?.major === 2 ? 2 : 3;
}
