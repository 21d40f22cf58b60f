import { isIP } from 'node:net';

/** Host and port of a prober. */
export interface ProberAddress {
  readonly host: string;
  /** `undefined` where it names none. */
  readonly port: number | undefined;
}

const NAME = /^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62}(?:\.[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62})*[._]?$/;

/**
 * Reads the address of a prober as the Operator does: a host, or a host and a port, and nothing else.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateProberURL`; govalidator v11 `IsHost` and
 * `IsPort`; Go 1.26 `net/ipsock.go`, `SplitHostPort`.
 *
 * @returns why it is none, where that is so
 */
export function readProberAddress(url: string): ProberAddress | string {
  const [, bracketed, plain, text] = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:[\]]*)$/.exec(url) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) {
    return isHost(url) ? { host: url, port: undefined } : `"${url}" is no host`;
  }
  if (!isHost(host)) {
    return host === '' ? `"${url}" names no host` : `"${host}" is no host`;
  }
  const port = /^[+-]?\d+$/.test(text) ? Number(text) : 0;
  return port > 0 && port < 65536 ? { host, port } : `"${text}" is no port`;
}

function isHost(text: string): boolean {
  return isIP(text.replace(/%.*$/, '')) !== 0 ? !text.includes('%') : isName(text);
}

function isName(text: string): boolean {
  return text !== '' && text.replaceAll('.', '').length <= 255 && NAME.test(text);
}
