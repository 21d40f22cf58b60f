import type { DiscoveryVersions } from '../discovery/versions';
import { ownHistogramFields } from '../jobs/histogram-settings';
import type { Instance } from '../operator/instance';
import { nameSchemeOf } from '../operator/name-scheme';

/** The versions that decide about targets; instances with the same `asked` get the same. */
export interface InstanceVersions extends DiscoveryVersions {
  readonly asked: string;
}

const known = new WeakMap<Instance, InstanceVersions>();

/** The versions at an instance. */
export function versionsOf(instance: Instance): InstanceVersions {
  let versions = known.get(instance);
  if (versions === undefined) {
    const kubernetes = instance.operator?.kubernetesVersion;
    const prometheus = instance.settings.versionText;
    const kubernetesText = kubernetes && `${kubernetes.major}.${kubernetes.minor}`;
    const asked = [prometheus, kubernetesText, nameSchemeOf(instance), ownHistogramFields(instance)].join(' ');
    versions = { prometheus, kubernetes: kubernetesText, asked };
    known.set(instance, versions);
  }
  return versions;
}
