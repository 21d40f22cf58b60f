/** A manifest; `level` is what the engine of the tests makes a finding of. */
export function manifest(name: string, changes: { kind?: string; namespace?: string; level?: string } = {}): string {
  const { kind = 'Service', namespace, level } = changes;
  return [
    'apiVersion: v1',
    `kind: ${kind}`,
    'metadata:',
    `  name: ${name}`,
    ...(namespace ? [`  namespace: ${namespace}`] : []),
    ...(level ? [`level: ${level}`] : []),
    '',
  ].join('\n');
}
