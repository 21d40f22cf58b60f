/** Labels that name an app, the recommended one first. */
const KEYS = ['app.kubernetes.io/name', 'app', 'k8s-app'];

/** Name of the app that labels tell; empty where they do not. */
export function appOf(labels: { readonly [key: string]: unknown } | undefined): string {
  for (const key of KEYS) {
    const value = labels !== undefined && Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (typeof value === 'string' && value !== '') {
      return value;
    }
  }
  return '';
}
