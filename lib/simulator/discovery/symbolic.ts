/**
 * Stands for characters that a controller makes up, or that only a cluster tells. Legal in names and labels, so that a regex of the user's that
 * expects some text finds some; unlike anything that a selector would ask for.
 */
export const MADE_UP = {
  hash: 'xxxxxxxxxx',
  suffix: 'xxxxx',
  time: '00000000',
  uid: 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
  zone: 'xxxxxx-x',
};

/**
 * An address for something whose IP is not known: unique, since a namespace and a kind hold no dot, and free of `/`
 * and `:`, which mean something in an address.
 */
export function symbolicAddress(name: string, kind: string, namespace: string): string {
  return `${encode(name, /[-.\w]/)}.${kind.toLowerCase()}.${encode(namespace, /[-\w]/)}`;
}

/** Replaces what no legal name holds. */
function encode(text: string, legal: RegExp): string {
  return [...text].map((char) => (legal.test(char) ? char : `%${char.codePointAt(0)?.toString(16)}`)).join('');
}

/** Address of the second IP family, where only the first is a name of its own. */
export function secondAddress(address: string): string {
  return `${address}.second-family`;
}

/** Whether an address is a real one. */
export function isIp(address: string): boolean {
  return address.includes(':') || /^[\d.]+$/.test(address);
}

/** `address:port`, with brackets around IPv6. */
export function joinHostPort(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
