/** Lower-case letters, digits and hyphens, alphanumeric at both ends. */
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * Why Kubernetes refuses a name of a Service, a namespace or another thing that becomes a DNS label; `undefined` when
 * it does not.
 *
 * Source: kubernetes `apimachinery/pkg/util/validation`, `IsDNS1123Label` and, for Services, `IsDNS1035Label`.
 */
export function whyNoDnsLabel(name: string, leadingLetter = false): string | undefined {
  if (typeof name !== 'string') {
    // Plain JavaScript can leave out what TypeScript asks for.
    return 'is no text';
  }
  if (name.length === 0) {
    return 'is empty';
  }
  if (name.length > 63) {
    return `has ${name.length} characters, and Kubernetes takes at most 63`;
  }
  if (!DNS_LABEL.test(name)) {
    return 'may hold only lower-case letters, digits and hyphens, with a letter or digit at both ends';
  }
  if (leadingLetter && !/^[a-z]/.test(name)) {
    return 'must begin with a letter, since a Service has this name';
  }
  return undefined;
}

/** Whether a value is a DNS label: a namespace, or part of an object's name. */
export function isDnsLabel(value: unknown): value is string {
  return typeof value === 'string' && whyNoDnsLabel(value) === undefined;
}

/**
 * Why Kubernetes refuses a name of an object of most kinds; `undefined` when it does not.
 *
 * Source: kubernetes `apimachinery/pkg/util/validation`, `IsDNS1123Subdomain`.
 */
export function whyNoObjectName(name: string): string | undefined {
  if (name.length === 0) {
    return 'is empty';
  }
  if (name.length > 253) {
    return `has ${name.length} characters, and Kubernetes takes at most 253`;
  }
  if (!name.split('.').every((part) => DNS_LABEL.test(part))) {
    return 'may hold only lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part';
  }
  return undefined;
}

/**
 * Why Kubernetes refuses a name of a container port; `undefined` when it does not.
 *
 * Source: kubernetes `apimachinery/pkg/util/validation`, `IsValidPortName`.
 */
export function whyNoPortName(name: string): string | undefined {
  if (name.length > 15) {
    return `has ${name.length} characters, and Kubernetes takes at most 15 for a port name`;
  }
  if (!DNS_LABEL.test(name) || name.includes('--')) {
    return 'may hold only lower-case letters, digits and single hyphens, with a letter or digit at both ends';
  }
  if (!/[a-z]/.test(name)) {
    return 'has no letter, so Kubernetes would take it for a number; a monitor refers to the name of a port';
  }
  return undefined;
}

/** Whether a number can be a port. */
export function isPortNumber(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}

/**
 * Why Kubernetes refuses a label value; `undefined` when it does not.
 *
 * Source: kubernetes `apimachinery/pkg/util/validation`, `IsValidLabelValue`.
 */
export function whyNoLabelValue(value: string): string | undefined {
  if (value.length > 63) {
    return `has ${value.length} characters, and Kubernetes takes at most 63 for a label value`;
  }
  if (value !== '' && !/^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(value)) {
    return 'may hold only letters, digits, hyphens, underscores and dots, with a letter or digit at both ends';
  }
  return undefined;
}

/**
 * Why Kubernetes refuses a label key; `undefined` when it does not.
 *
 * Source: kubernetes `apimachinery/pkg/util/validation`, `IsQualifiedName`.
 */
export function whyNoLabelKey(key: string): string | undefined {
  const parts = key.split('/');
  const name = parts[parts.length - 1];
  if (parts.length > 2) {
    return 'holds more than one slash';
  }
  if (name === '' || name.length > 63 || whyNoLabelValue(name)) {
    return 'must be a name of 1 to 63 letters, digits, hyphens, underscores and dots, with a letter or digit at both ends';
  }
  if (parts.length === 2 && (parts[0].length > 253 || !parts[0].split('.').every((part) => DNS_LABEL.test(part)))) {
    return `has the prefix "${parts[0]}", which is no DNS name`;
  }
  return undefined;
}
