import { countsOf } from './chain-builder';
import { type Chain, Column, LinkStatus, type Part, type Picture, sumOf, worstOf } from './picture';

/** What of a picture is wanted; all of it where nothing is set. */
export interface PictureFilter {
  /** Namespace of a monitor, a Service or pods. */
  readonly namespace?: string;
  /** Name of an app. */
  readonly app?: string;
  /** `<namespace>/<name>`. */
  readonly prometheus?: string;
}

/** The part of a picture that a filter leaves. */
export function narrowPicture(picture: Picture, filter: PictureFilter): Picture {
  if (Object.values(filter).every((value) => value === undefined)) {
    return picture;
  }
  const chains = picture.chains.flatMap((chain) => narrowChain(chain, filter));
  const shown = new Set(chains.flatMap(({ findings }) => findings));
  return {
    ...picture,
    chains,
    others: picture.others.filter((i) => !shown.has(i)),
    counts: sumOf(chains.map(({ counts }) => counts)),
  };
}

function narrowChain(chain: Chain, { namespace, app, prometheus }: PictureFilter): Chain[] {
  const { namespaces, apps, prometheuses } = chain;
  const isWanted = (values: readonly string[], wanted: string | undefined): boolean =>
    wanted === undefined || values.includes(wanted);
  if (!isWanted(namespaces, namespace) || !isWanted(apps, app) || !isWanted(prometheuses, prometheus)) {
    return [];
  }
  const isOther = (part: Part): boolean => {
    switch (part.column) {
      case Column.PROMETHEUS:
        return prometheus !== undefined && part.object !== undefined && `${part.namespace}/${part.name}` !== prometheus;
      case Column.PODS:
        return (
          (namespace !== undefined && chain.monitor.namespace !== namespace && part.namespace !== namespace) ||
          (app !== undefined && apps.length > 1 && part.app !== app)
        );
      default:
        return false;
    }
  };
  return [withoutParts(chain, isOther, prometheus)];
}

/** The chain without some parts, and without what only they led to or came from. */
function withoutParts(chain: Chain, isOther: (part: Part) => boolean, prometheus: string | undefined): Chain {
  let parts = chain.parts
    .filter((part) => !isOther(part))
    .map((part) => (prometheus === undefined ? part : withTargetsOf(part, prometheus)))
    .filter(({ column, count }) => column !== Column.TARGET || count > 0);
  let links = chain.links;
  for (let before = -1; before !== parts.length; ) {
    before = parts.length;
    const ids = new Set(parts.map(({ id }) => id));
    links = links.filter(({ from, to }) => ids.has(from) && ids.has(to));
    const led = new Set(links.map(({ to }) => to));
    const leading = new Set(links.map(({ from }) => from));
    const hadNext = new Set(chain.links.map(({ from }) => from));
    parts = parts.filter(
      ({ id, column }) =>
        column === Column.MONITOR ||
        column === Column.PROMETHEUS ||
        (led.has(id) && (leading.has(id) || !hadNext.has(id))),
    );
  }
  const counts = countsOf(parts);
  const status = worstOf([
    ...links.map((link) => link.status),
    ...(counts.broken > 0 ? [LinkStatus.BROKEN] : []),
    ...(counts.unknown > 0 ? [LinkStatus.UNKNOWN] : []),
  ]);
  return { ...chain, parts, links, counts, status };
}

function withTargetsOf(part: Part, prometheus: string): Part {
  const targets = part.targets.filter(({ target }) => target.prometheus === prometheus);
  return targets.length === part.targets.length
    ? part
    : { ...part, targets, count: targets.length, status: worstOf(targets.map(({ status }) => status)) };
}
