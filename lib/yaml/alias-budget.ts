/** Steps up to which 99 of 100 may come of aliases. */
const LOW = 400_000;
/** Steps from which on one of ten may. */
const HIGH = 4_000_000;

/**
 * How much of a document may come of aliases. Mirrors go.yaml.in/yaml/v2 v2.4.4, `decode.go`, `decoder.unmarshal` and
 * `allowedAliasRatio`, so that what kubectl takes is taken here, and what it refuses is refused.
 *
 * An alias is not walked through here but counted at once, by the weight of what it stands for: a bomb costs no time.
 */
export class AliasBudget {
  private total = 0;
  private aliased = 0;

  /** Steps so far, those of aliases included. */
  public get weight(): number {
    return this.total;
  }

  /** Counts steps; false where the document is to be refused. */
  public spend(weight: number, aliased: boolean): boolean {
    this.total += weight;
    if (aliased) {
      this.aliased += weight;
    }
    return !(this.aliased > 100 && this.total > 1000 && this.aliased / this.total > allowedRatio(this.total));
  }
}

function allowedRatio(total: number): number {
  if (total <= LOW) {
    return 0.99;
  }
  return total >= HIGH ? 0.1 : 0.99 - 0.89 * ((total - LOW) / (HIGH - LOW));
}
