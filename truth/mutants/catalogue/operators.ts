import { type Mutant, mutantsIn } from '../mutant';

/** Which Operators there are, and which namespaces and instances they take care of. */
export const OPERATORS: readonly Mutant[] = [
  ...mutantsIn(
    'operator/operator-settings.ts',
    [
      'denied namespaces count only where no list of allowed ones is given',
      'return allowed ? allowed.includes(namespace) : !denied.includes(namespace);',
      'return (!allowed || allowed.includes(namespace)) && !denied.includes(namespace);',
    ],
    [
      'a denied namespace is not watched',
      'return allowed ? allowed.includes(namespace) : !denied.includes(namespace);',
      'return allowed ? allowed.includes(namespace) : true;',
    ],
    [
      'a namespace that is not on the list of allowed ones is not watched',
      'return allowed ? allowed.includes(namespace) : !denied.includes(namespace);',
      'return allowed ? true : !denied.includes(namespace);',
    ],
    [
      '--prometheus-instance-namespaces is where Prometheus objects are looked for',
      "namespacesOf(flags, 'prometheus-instance-namespaces') ?? base,",
      'base,',
    ],
    [
      'Prometheus objects are looked for in --namespaces unless they have a list of their own',
      "namespacesOf(flags, 'prometheus-instance-namespaces') ?? base,",
      "namespacesOf(flags, 'prometheus-instance-namespaces'),",
    ],
    [
      '--prometheus-instance-namespaces says nothing of monitors',
      'return watches(settings.namespaces, settings.denied, namespace);',
      'return watches(settings.instanceNamespaces, settings.denied, namespace);',
    ],
    [
      '--namespaces together with --deny-namespaces keeps the Operator from starting',
      'if (base && denied.length > 0) {',
      'if (base && denied.length > 99) {',
    ],
    [
      'an empty list of namespaces stands for all of them',
      "names.length === 0 || names.every((value) => value === '') ?",
      'names.length === 0 ?',
    ],
    [
      'a list of namespaces may be given in several flags',
      'flags.filter((flag) => flag.name === name).flatMap(',
      'flags.filter((flag) => flag.name === name).slice(-1).flatMap(',
    ],
    [
      '--prometheus-instance-selector is about labels of Prometheus objects',
      "last('prometheus-instance-selector')",
      "last('alertmanager-instance-selector')",
    ],
    [
      'a malformed --prometheus-instance-selector keeps the Operator from starting',
      'of instanceSelector.problems) {',
      'of instanceSelector.problems.slice(99)) {',
    ],
    [
      'an unknown feature gate keeps the Operator from starting',
      'if (!Object.hasOwn(gates, gate)) {',
      "if (gate === '') {",
    ],
    ['a feature gate may be switched off', 'gates[gate] = isTrue(value);', 'gates[gate] = true;'],
    ['a feature gate may be switched on', 'gates[gate] = isTrue(value);', 'gates[gate] &&= isTrue(value);'],
    ['agents as a DaemonSet are off', 'PrometheusAgentDaemonSet: false,', 'PrometheusAgentDaemonSet: true,'],
    [
      'shards by zone are on from Operator 0.92',
      "PrometheusTopologySharding: operatorHas('PrometheusTopologySharding', version),",
      'PrometheusTopologySharding: false,',
    ],
    [
      'surplus shards are kept from Operator 0.92',
      "PrometheusShardRetentionPolicy: operatorHas('PrometheusShardRetentionPolicy', version),",
      'PrometheusShardRetentionPolicy: false,',
    ],
    ['--controller-id names the Operator', "last('controller-id')?.value ?? ''", "''"],
    [
      '--disable-unmanaged-prometheus-configuration makes every Prometheus managed',
      "!isTrue(last('disable-unmanaged-prometheus-configuration')?.value ?? 'false')",
      'true',
    ],
    [
      'of a flag that is given twice the last one counts',
      'flags.filter((flag) => flag.name === name).pop()',
      'flags.filter((flag) => flag.name === name).shift()',
    ],
    ['true has several spellings', "['1', 't', 'T', 'TRUE', 'true', 'True']", "['true']"],
    [
      'a version that is asked for goes before that of the image',
      'assumptions.version ?? imageVersion ??',
      'imageVersion ?? assumptions.version ??',
    ],
    [
      'Kubernetes has the version that is asked for',
      'assumptions.kubernetesVersion ?? known(release.kubernetes)',
      'known(release.kubernetes)',
    ],
  ),
  ...mutantsIn(
    'operator/operator-flags.ts',
    ['a flag may begin with one hyphen', '/^--?([^-=]', '/^--([^-=]'],
    ['the value of a flag may be the next argument', "value: String(args[index + 1] ?? '')", "value: ''"],
    [
      'a flag for yes or no takes no further argument',
      '} else if (BOOLEAN_FLAGS.has(name)) {',
      "} else if (name === '') {",
    ],
    ['flags end at the first argument that is none', 'break;', 'continue;'],
  ),
  ...mutantsIn(
    'operator/find-operators.ts',
    ['an image whose name only begins like that of the Operator is none', '(?:@.*)?$/.exec(', '(?:@.*)?/.exec('],
    ['without an Operator one with default flags is assumed', 'if (found.length > 0) {', 'if (found.length >= 0) {'],
    [
      'without an Operator one is assumed for each controller that an instance names',
      "...ids.filter((id, i) => id !== '' && ids.indexOf(id) === i).sort()",
      '...ids.slice(ids.length)',
    ],
    ['flags may stand in the command', "args.length > 0 ? [args, 'args'] : [command, 'command']", "[args, 'args']"],
    [
      'the tag of the image is the version of the Operator',
      'image[1] === undefined ? undefined : parseVersion(image[1])',
      'undefined',
    ],
  ),
  ...mutantsIn(
    'operator/find-instances.ts',
    ['a Prometheus may be paused', 'if (spec.paused === true) {', "if (spec.paused === 'true') {"],
    [
      'a PrometheusAgent is always managed',
      "const managed = kind === 'PrometheusAgent' || !isUnmanaged(spec, operator);",
      'const managed = !isUnmanaged(spec, operator);',
    ],
    [
      'a probeSelector alone makes a Prometheus managed',
      "'podMonitorSelector', 'probeSelector', 'scrapeConfigSelector']",
      "'podMonitorSelector', 'scrapeConfigSelector']",
    ],
    [
      'a scrapeConfigSelector alone makes a Prometheus managed',
      "'podMonitorSelector', 'probeSelector', 'scrapeConfigSelector']",
      "'podMonitorSelector', 'probeSelector']",
    ],
    [
      'a ruleSelector makes no Prometheus managed',
      "'podMonitorSelector', 'probeSelector', 'scrapeConfigSelector']",
      "'podMonitorSelector', 'probeSelector', 'scrapeConfigSelector', 'ruleSelector']",
    ],
    [
      'an empty selector makes a Prometheus managed',
      '(spec[selector] ?? undefined) === undefined',
      'Object.keys(spec[selector] ?? {}).length === 0',
    ],
    [
      'a selector that is null counts as absent',
      '(spec[selector] ?? undefined) === undefined',
      'spec[selector] === undefined',
    ],
    [
      'a Prometheus without selectors is unmanaged',
      'return operator.unmanagedAllowed && SELECTORS.every',
      'return !operator.unmanagedAllowed && SELECTORS.every',
    ],
    [
      'an Operator takes only instances of namespaces that it watches',
      'if (!watchesInstances(operator, namespace)) {',
      "if (namespace === '') {",
    ],
    [
      'an Operator takes only instances that its selector takes',
      'if (failed) {',
      'if (failed && failed.certain === false) {',
    ],
    [
      'an Operator without --controller-id takes no instance that names one',
      'if (controllerId !== operator.controllerId) {',
      "if (operator.controllerId !== '' && controllerId !== operator.controllerId) {",
    ],
    [
      'an Operator with --controller-id takes no instance that names none',
      'if (controllerId !== operator.controllerId) {',
      "if (controllerId !== '' && controllerId !== operator.controllerId) {",
    ],
    ['an Operator that does not start takes nothing', '[...operator.problems];', '[];'],
    [
      'what keeps pods from being made is no reason for a configuration to be missing',
      'if (freezes.some(',
      'if (problems.some(',
    ],
    [
      'the Operator says what keeps pods from being made',
      'const problems = [...freezes, ...stuckPodsOf(object, settings, objects)];',
      'const problems = freezes;',
    ],
  ),
  ...mutantsIn(
    'operator/instance.ts',
    [
      'an instance without version gets the one that comes with the Operator',
      'spec.version ? String(spec.version) : operator.release.prometheus;',
      "spec.version ? String(spec.version) : '2.55.1';",
    ],
    [
      'Prometheus has the version that the object says',
      'spec.version ? String(spec.version) : operator.release.prometheus;',
      'operator.release.prometheus;',
    ],
    ['the Operator knows Prometheus 2 and 3 only', '(parsed.major === 2 || parsed.major === 3)', 'parsed.major >= 2'],
    [
      'slices need Kubernetes 1.21',
      "atLeast(operator.kubernetesVersion, '1.21.0') &&",
      "atLeast(operator.kubernetesVersion, '1.0.0') &&",
    ],
    ['slices need Prometheus 2.21', 'atLeast(version, PROMETHEUS_FEATURES.endpointSlice);', 'true;'],
    ['zones count only with mode Topology', "strategy?.mode === 'Topology' && zones.length > 0", 'zones.length > 0'],
    [
      'shards are shared out by zone with mode Topology',
      "strategy?.mode === 'Topology' && zones.length > 0",
      "strategy?.mode === 'ByZone' && zones.length > 0",
    ],
    [
      'shards are not shared out by zone where the gate is off',
      'operator.gates.PrometheusTopologySharding === true &&',
      'operator.gates.PrometheusTopologySharding !== undefined &&',
    ],
    ['no shards are one shard', 'Math.max(1, Number(spec.shards ?? 1))', 'Number(spec.shards ?? 1)'],
    ['there are as many shards as the object says', 'Math.max(1, Number(spec.shards ?? 1))', '1'],
    [
      'agents do not keep surplus shards',
      'PrometheusShardRetentionPolicy === true && !isAgent',
      'PrometheusShardRetentionPolicy === true',
    ],
    [
      'from Kubernetes 1.35 the zone of a pod is one of its own labels',
      "podTopologyLabels: atLeast(operator.kubernetesVersion, '1.35.0'),",
      'podTopologyLabels: false,',
    ],
    [
      'before Kubernetes 1.35 the zone of a pod is a label of its node',
      "podTopologyLabels: atLeast(operator.kubernetesVersion, '1.35.0'),",
      'podTopologyLabels: true,',
    ],
    ['podTargetLabels of the Prometheus count for all monitors', 'spec.podTargetLabels ?? []', '[]'],
    ['a Prometheus may ignore namespace selectors', 'spec.ignoreNamespaceSelectors === true', 'false'],
    ['a Prometheus may enforce a namespace label', "spec.enforcedNamespaceLabel ?? ''", "''"],
    ['monitors may be excluded from enforcement', 'spec.excludedFromEnforcement ?? []', '[]'],
    ['a Prometheus may override honorLabels', 'spec.overrideHonorLabels === true', 'false'],
    ['a Prometheus may forbid monitors to read its files', 'spec.arbitraryFSAccessThroughSMs?.deny === true', 'false'],
    [
      'the role is Endpoints unless the Prometheus says otherwise',
      "spec.serviceDiscoveryRole === 'EndpointSlice'",
      "spec.serviceDiscoveryRole !== 'Endpoints'",
    ],
    [
      'a Prometheus may choose slices',
      "spec.serviceDiscoveryRole === 'EndpointSlice' ? 'endpointslice' : 'endpoints'",
      "spec.serviceDiscoveryRole === 'EndpointSlice' ? 'endpoints' : 'endpoints'",
    ],
    [
      'before Operator 0.86 ServiceMonitors choose no role',
      "operatorHas('ServiceMonitor.spec.serviceDiscoveryRole', operator.version)",
      'true',
    ],
    ['an agent may be a DaemonSet', "daemonSet: isAgent && spec.mode === 'DaemonSet',", 'daemonSet: false,'],
  ),
];
