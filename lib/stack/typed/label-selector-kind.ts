import { show, type ValueKind } from './value-kind';

/** A selector by labels; the chart takes one that is empty for one that is not given. */
export const LABEL_SELECTOR: ValueKind = {
  type: 'map',
  problem: (prop) => {
    if (typeof prop?.toManifest !== 'function') {
      return {
        message: `${show(prop)} is no LabelSelector.`,
        fix: "LabelSelector.matchLabels({ team: 'a' }), for example.",
      };
    }
    return prop.selectsNothing
      ? {
          message: 'the chart has no value that makes it select nothing.',
          fix: "select a label that no object carries, for example LabelSelector.matchLabels({ prometheus: 'none' }).",
        }
      : undefined;
  },
  write: (prop) => prop.toManifest(),
};

/** As `LABEL_SELECTOR`, where an empty one means the labels that the chart puts on its own Service. */
export const OWN_LABEL_SELECTOR: ValueKind = {
  ...LABEL_SELECTOR,
  problem: (prop) =>
    LABEL_SELECTOR.problem(prop) ??
    (Object.keys(prop.toManifest()).length === 0
      ? {
          message: 'the chart replaces a selector that takes everything by one for its own Service.',
          fix: 'name the labels of the Service, or leave it out.',
        }
      : undefined),
};
