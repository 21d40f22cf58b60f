import { parseTextSelector } from './label-selector';
import type { Flag } from './operator-flags';
import { parseQuantity } from './quantity';

/** What the value of a flag must be. */
interface ValueType {
  readonly holds: (value: string) => boolean;
  /** What a value that does not fit is not, such as "no duration". */
  readonly what: string;
  readonly example: string;
  /** Whether only the last of several flags of the name is looked at. */
  readonly lastCounts?: boolean;
}

/** Source: Go standard library, `time.ParseDuration`. */
const DURATION: ValueType = {
  holds: (value) => /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.test(value),
  what: 'no duration',
  example: '1h30m',
};

const QUANTITY: ValueType = {
  holds: (value) => value === '' || parseQuantity(value) !== undefined,
  what: 'no quantity',
  example: '100m',
};

/** Source: Go standard library, `strconv.ParseFloat`. */
const NUMBER: ValueType = {
  holds: (value) =>
    /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|inf|infinity)$|^nan$|^[-+]?0x[\da-f._]+p[-+]?\d+$/i.test(value),
  what: 'no number',
  example: '0.9',
};

const LABELS: ValueType = {
  holds: (value) => parseTextSelector(value, '').problems.length === 0,
  what: 'no selector of labels',
  example: 'team=web',
};

/** Source: kubernetes v1.36 `apimachinery/pkg/fields/selector.go`, `ParseSelector`. */
const FIELDS: ValueType = {
  holds: (value) =>
    (value.match(/(?:[^\\,]|\\.?)+/gs) ?? []).every((term) =>
      /^(?:(?!!=)[^=])*(?:!=|==?)(?:[^\\,=]|\\[\\,=])*$/s.test(term),
    ),
  what: 'no selector of fields',
  example: 'type!=kubernetes.io/dockercfg',
};

/** Source: Go standard library, `net.SplitHostPort`. A port may have a name, of which the image knows what it knows. */
const ADDRESS: ValueType = {
  holds: (value) => {
    const [, port] = /^(?:[^:[\]]*|\[[^[\]]*\]):([^:[\]]*)$/.exec(value) ?? [];
    return value === '' || (port !== undefined && !(/^\d+$/.test(port) && Number(port) > 65_535));
  },
  what: 'no address with a port',
  example: ':8080',
  lastCounts: true,
};

const OBJECT: ValueType = {
  holds: (value) => value === '' || value.split('/').length === 2,
  what: 'no namespace and name',
  example: 'kube-system/kubelet',
  lastCounts: true,
};

/** Flags of which not any text is a value. Source: prometheus-operator v0.93 `cmd/operator/main.go`, `parseFlags`. */
const TYPES: { readonly [flag: string]: ValueType } = {
  'alertmanager-instance-selector': LABELS,
  'auto-gomemlimit-ratio': NUMBER,
  'config-reloader-cpu-limit': QUANTITY,
  'config-reloader-cpu-request': QUANTITY,
  'config-reloader-memory-limit': QUANTITY,
  'config-reloader-memory-request': QUANTITY,
  'configmap-field-selector': FIELDS,
  'configmap-label-selector': LABELS,
  'kubelet-node-address-priority': oneOf('internal', 'external'),
  'kubelet-selector': LABELS,
  'kubelet-service': OBJECT,
  'kubelet-sync-period': DURATION,
  // Source: prometheus-operator v0.93 `internal/log/slog.go`.
  'log-format': anyCase(oneOf('logfmt', 'json')),
  'log-level': anyCase(oneOf('all', 'debug', 'info', 'warn', 'error', 'none')),
  // Source: prometheus-operator v0.93 `pkg/operator/statefulset_reporter.go`.
  'repair-policy-for-statefulsets': oneOf('none', 'evict', 'delete'),
  'secret-field-selector': FIELDS,
  'secret-label-selector': LABELS,
  'thanos-ruler-instance-selector': LABELS,
  'web.listen-address': ADDRESS,
  'web.tls-reload-interval': DURATION,
};

function oneOf(...words: readonly string[]): ValueType {
  return { holds: (value) => words.includes(value), what: `none of ${words.join(', ')}`, example: words[0] };
}

function anyCase(type: ValueType): ValueType {
  return { ...type, holds: (value) => type.holds(value.toLowerCase()), lastCounts: true };
}

/** A flag with a value that is none of its kind. */
export interface OddValue {
  readonly flag: Flag;
  readonly what: string;
  /** A value that it might have. */
  readonly example: string;
}

/** The flags that have a value which is none of their kind. */
export function oddValues(flags: readonly Flag[]): OddValue[] {
  return flags.flatMap((flag, i) => {
    const type = Object.hasOwn(TYPES, flag.name) ? TYPES[flag.name] : undefined;
    const overridden = type?.lastCounts === true && flags.slice(i + 1).some(({ name }) => name === flag.name);
    return type === undefined || overridden || type.holds(flag.value)
      ? []
      : [{ flag, what: type.what, example: type.example }];
  });
}
