/** The parts that are there, with semicolons. */
export function joined(parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join('; ');
}
