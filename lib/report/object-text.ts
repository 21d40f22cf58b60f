import type { ObjectSource } from './finding';
import { printable } from './printable';

/** The names of an object that a person knows it by. */
export interface KindAndName {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** `ServiceMonitor shop/web`; `Namespace shop` for what is cluster-scoped. */
export function objectText({ kind, namespace, name }: KindAndName): string {
  return printable(`${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`);
}

/** `shop.yaml:12:5` or `construct shop/web/Monitor`; `undefined` where the place is not known. */
export function placeText({ construct, file, line, column }: ObjectSource): string | undefined {
  if (file !== undefined) {
    const place = [file === '-' ? '<stdin>' : file, line, line === undefined ? undefined : column];
    return printable(place.filter((part) => part !== undefined).join(':'));
  }
  return construct === undefined ? undefined : printable(`construct ${construct}`);
}
