import { type Counts, LinkStatus, type Part } from './picture';

/** What comes of everything, in one line: `1 of 2 targets will be scraped`. */
export function headline({ whole, broken, unknown }: Counts): string {
  const all = whole + broken + unknown;
  if (all === 0) {
    return 'No target: nothing here asks to be scraped';
  }
  const rest = [
    ...(broken > 0 ? [`${broken} ${broken === 1 ? 'is' : 'are'} not reached`] : []),
    ...(unknown > 0 ? [`${unknown} ${unknown === 1 ? 'is' : 'are'} not known`] : []),
  ];
  return [`${whole} of ${all} targets will be scraped`, ...rest].join(', ');
}

/** A status in words. */
export function statusText(status: LinkStatus): string {
  switch (status) {
    case LinkStatus.WHOLE:
      return 'scraped';
    case LinkStatus.BROKEN:
      return 'not scraped';
    case LinkStatus.UNKNOWN:
      return 'not known';
    case LinkStatus.BEYOND:
      return 'behind the break';
  }
}

/** Counts in words: `3 scraped, 1 not scraped`. */
export function countsText({ whole, broken, unknown }: Counts): string {
  const parts = [
    [whole, LinkStatus.WHOLE],
    [broken, LinkStatus.BROKEN],
    [unknown, LinkStatus.UNKNOWN],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, status]) => `${count} ${statusText(status)}`);
  return told.length === 0 ? 'no targets' : told.join(', ');
}

/** `shop/web`; for what stands for no object of its own, the name with its namespace in words. */
export function partName({ namespace, name, kind, object }: Part): string {
  if (namespace === '' || kind === 'target') {
    return name;
  }
  return object === undefined ? `${name}, in namespace ${namespace}` : `${namespace}/${name}`;
}
