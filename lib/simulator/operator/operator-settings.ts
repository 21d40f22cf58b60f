import type { SourcedObject } from '../kube-object';
import { NEWEST_OPERATOR, type OperatorRelease, operatorHas, operatorRelease } from '../versions/operator-releases';
import { parseVersion, type Version } from '../versions/version';
import { flagMistakes } from './flag-mistakes';
import { type CompiledSelector, parseTextSelector } from './label-selector';
import { type Flag, parseFlags, parseSwitch } from './operator-flags';
import type { Problem } from './problem';

/** A set of namespaces; `undefined` stands for all of them. */
export type NamespaceSet = readonly string[] | undefined;

/** What decides how an Operator behaves: its flags, its version, its cluster. */
export interface OperatorSettings {
  /** The workload that runs it; `undefined` where the bag holds none, so that defaults are assumed. */
  readonly object: SourcedObject | undefined;
  readonly version: Version;
  readonly release: OperatorRelease;
  readonly kubernetesVersion: Version;
  /** Namespaces of monitors, before `denied`. */
  readonly namespaces: NamespaceSet;
  /** Namespaces of Prometheus and PrometheusAgent objects, before `denied`. */
  readonly instanceNamespaces: NamespaceSet;
  /** Namespaces of Alertmanager objects, before `denied`. */
  readonly alertmanagerNamespaces: NamespaceSet;
  /** Namespaces of AlertmanagerConfigs, before `denied`. */
  readonly alertmanagerConfigNamespaces: NamespaceSet;
  readonly denied: readonly string[];
  readonly instanceSelector: CompiledSelector;
  /** Labels of Alertmanager objects. */
  readonly alertmanagerSelector: CompiledSelector;
  readonly controllerId: string;
  readonly unmanagedAllowed: boolean;
  readonly gates: { readonly [gate: string]: boolean };
  /** Labels that the Operator adds to whatever it creates. */
  readonly labels: { readonly [key: string]: string };
  /** Reasons for which the Operator does not start. */
  readonly problems: readonly Problem[];
}

/** What the flags do not say. */
export interface OperatorAssumptions {
  /** Version that overrides the one of the image. */
  readonly version?: Version;
  readonly kubernetesVersion?: Version;
}

/** Reads the settings from the arguments of the Operator's container. */
export function operatorSettings(
  object: SourcedObject | undefined,
  args: readonly string[],
  argsField: string,
  imageVersion: Version | undefined,
  assumptions: OperatorAssumptions = {},
): OperatorSettings {
  const version = assumptions.version ?? imageVersion ?? known(NEWEST_OPERATOR.operator);
  const release = operatorRelease(version);
  const parsed = parseFlags(args);
  const { flags } = parsed;
  const problems: Problem[] = [];
  const fieldOf = (flag: Flag | undefined) => (flag ? `${argsField}[${flag.index}]` : argsField);
  const last = (name: string) => flags.filter((flag) => flag.name === name).pop();

  for (const { code, flag, message, fix } of flagMistakes(args, parsed, version)) {
    refuse(code, flag, message, fix);
  }

  const base = namespacesOf(flags, 'namespaces');
  const denied = namespacesOf(flags, 'deny-namespaces') ?? [];
  // An empty list counts as given, too.
  if (last('namespaces') && last('deny-namespaces')) {
    refuse(
      'operator/namespaces-and-deny-namespaces',
      last('deny-namespaces'),
      `--namespaces=${(base ?? []).join(',')} and --deny-namespaces=${denied.join(',')} are both given, and the Operator does not start with both.`,
      'keep one of the two.',
    );
  }

  const selectorFlag = last('prometheus-instance-selector');
  const instanceSelector = parseTextSelector(selectorFlag?.value ?? '', fieldOf(selectorFlag));
  for (const { message } of instanceSelector.problems) {
    refuse(
      'operator/instance-selector',
      selectorFlag,
      `${message}, so the Operator does not start.`,
      'write it as team=web,!legacy.',
    );
  }

  const alertmanagerFlag = last('alertmanager-instance-selector');
  const alertmanagerSelector = parseTextSelector(alertmanagerFlag?.value ?? '', fieldOf(alertmanagerFlag));

  const gates: { [gate: string]: boolean } = {
    PrometheusAgentDaemonSet: false,
    PrometheusTopologySharding: operatorHas('PrometheusTopologySharding', version),
    PrometheusShardRetentionPolicy: operatorHas('PrometheusShardRetentionPolicy', version),
    StatusForConfigurationResources: false,
    RemoteWriteCustomResourceDefinition: false,
  };
  for (const flag of flags.filter(({ name }) => name === 'feature-gates')) {
    for (const [gate, value] of pairs(flag.value)) {
      if (!Object.hasOwn(gates, gate)) {
        refuse(
          'operator/unknown-feature-gate',
          flag,
          `"${gate}" is no feature gate, and the Operator does not start with one that it does not know.`,
          `use one of ${Object.keys(gates).join(', ')}, or remove it.`,
        );
      } else if (parseSwitch(value) === undefined) {
        refuse(
          'operator/flag-value',
          flag,
          `Feature gate "${gate}" is set to "${value}", which is neither true nor false, and the Operator does not start.`,
          `write ${gate}=true, or ${gate}=false.`,
        );
      } else {
        gates[gate] = parseSwitch(value) === true;
      }
    }
  }

  return {
    object,
    version,
    release,
    kubernetesVersion: assumptions.kubernetesVersion ?? known(release.kubernetes),
    namespaces: base,
    instanceNamespaces: last('prometheus-instance-namespaces')
      ? namespacesOf(flags, 'prometheus-instance-namespaces')
      : base,
    alertmanagerNamespaces: namespacesOr('alertmanager-instance-namespaces'),
    alertmanagerConfigNamespaces: namespacesOr('alertmanager-config-namespaces'),
    denied,
    instanceSelector,
    alertmanagerSelector,
    controllerId: last('controller-id')?.value ?? '',
    unmanagedAllowed: parseSwitch(last('disable-unmanaged-prometheus-configuration')?.value ?? 'false') !== true,
    gates,
    labels: Object.fromEntries(flags.filter(({ name }) => name === 'labels').flatMap(({ value }) => pairs(value))),
    problems,
  };

  function namespacesOr(flag: string): NamespaceSet {
    return last(flag) ? namespacesOf(flags, flag) : base;
  }

  function refuse(code: string, flag: Flag | undefined, message: string, fix: string): void {
    if (object) {
      const values = { flag: flag?.name, value: flag?.value };
      problems.push({ code, certainty: 'certain', object, field: fieldOf(flag), values, message, fix });
    }
  }
}

/** Whether monitors of a namespace exist for the Operator. */
export function watchesMonitors(settings: OperatorSettings, namespace: string): boolean {
  return watches(settings.namespaces, settings.denied, namespace);
}

/**
 * Whether selectors of namespaces find a namespace. An empty name beside others makes the Operator watch all of them, but
 * the list of namespaces is asked for by names.
 *
 * Source: prometheus-operator v0.93 `pkg/listwatch/listwatch.go`, `NewNamespaceListWatchFromClient`.
 */
export function listsNamespace({ namespaces, denied }: OperatorSettings, namespace: string): boolean {
  return namespaces ? namespaces.includes(namespace) : !denied.includes(namespace);
}

/** Whether Prometheus objects of a namespace exist for the Operator. */
export function watchesInstances(settings: OperatorSettings, namespace: string): boolean {
  return watches(settings.instanceNamespaces, settings.denied, namespace);
}

/**
 * The list of denied namespaces counts only where no list of allowed ones is given.
 *
 * Source: prometheus-operator v0.93 `pkg/informers/informers.go`, `newInformerOptions`.
 */
export function watches(allowed: NamespaceSet, denied: readonly string[], namespace: string): boolean {
  return allowed ? allowed.includes(namespace) || allowed.includes('') : !denied.includes(namespace);
}

function namespacesOf(flags: readonly Flag[], name: string): NamespaceSet {
  const names = flags.filter((flag) => flag.name === name).flatMap(({ value }) => value.split(','));
  // An empty name stands for all namespaces.
  return names.length === 0 || names.every((value) => value === '') ? undefined : [...new Set(names)];
}

function pairs(text: string): [key: string, value: string][] {
  return text
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const [key, ...value] = pair.split('=');
      return [key.trim(), value.join('=').trim()];
    });
}

function known(text: string): Version {
  const version = parseVersion(text);
  if (!version) {
    throw new Error(`"${text}" is no version`);
  }
  return version;
}
