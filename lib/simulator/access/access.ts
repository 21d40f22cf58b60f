import type { Bag } from '../bag/bag';
import type { SourcedObject } from '../kube-object';
import { isAssumed } from '../operator/assumed-instance';
import type { Instance } from '../operator/instance';
import { type Certainty, counts, type Extent } from '../operator/problem';
import { modelledFrom } from '../stack/modelled-source';
import { type DiscoveryKind, discoveryNeeds, listsByWatching, type Need } from './discovery-needs';
import { type Account, type Grant, Grants } from './grants';
import { allows } from './policy-rule';
import { releaseGrants } from './release-grants';

/** A resource, and what a service account may not do with it. */
export interface MissingRight extends Need {
  readonly verbs: readonly string[];
}

/** Why Prometheus discovers nothing in a namespace, or hears of no changes there. */
export interface Refusal {
  readonly account: Account;
  /** Where it looks; `undefined` for all namespaces at once. */
  readonly namespace: string | undefined;
  /** What it may not read; empty where it is nobody to the API server, since its pods have no token. */
  readonly missing: readonly MissingRight[];
  /** Whether it finds nothing at all. Otherwise it finds what there is when it starts, and hears of no changes. */
  readonly blocks: boolean;
  readonly certainty: Certainty;
}

/** Where a job looks for targets. */
export interface Searching extends DiscoveryKind {
  /** `undefined` for all namespaces. */
  readonly namespaces: readonly string[] | undefined;
}

/**
 * What service accounts may read, by the roles and bindings of a bag. These may live elsewhere: what is missing then is not
 * proven, and where nothing here is about an account, nothing is said of it.
 */
export class Access {
  private readonly grants: Grants;
  private readonly refusals = new Map<Instance, Map<string, Refusal | undefined>>();

  constructor(
    private readonly bag: Bag,
    private readonly extent: Extent,
  ) {
    this.grants = new Grants(bag, releaseGrants(bag), extent !== 'part');
  }

  /** The namespaces of a job in which it provably discovers nothing; all of them where the answer is `'all'`. */
  public blockedNamespaces(instance: Instance, searching: Searching): readonly string[] | 'all' {
    const isBlocked = (namespace: string | undefined): boolean => {
      const refusal = this.refusal(instance, searching, namespace);
      return refusal?.blocks === true && counts(refusal.certainty, this.extent);
    };
    return searching.namespaces === undefined
      ? isBlocked(undefined)
        ? 'all'
        : NONE
      : searching.namespaces.filter(isBlocked);
  }

  /**
   * Why an instance does not discover what is in a namespace; `undefined` where it does, and where nobody can tell.
   *
   * @param namespace `undefined` for all namespaces at once, which rights in each of them do not allow
   */
  public refusal(instance: Instance, kind: DiscoveryKind, namespace: string | undefined): Refusal | undefined {
    let known = this.refusals.get(instance);
    if (known === undefined) {
      known = new Map();
      this.refusals.set(instance, known);
    }
    const key = `${kind.role} ${kind.attachNodeMetadata} ${namespace ?? ''}`;
    if (!known.has(key)) {
      known.set(key, this.findRefusal(instance, kind, namespace));
    }
    return known.get(key);
  }

  /**
   * What a service account may not do, of what is needed in a namespace; `undefined` where nobody can tell.
   *
   * @param isAbout whether a grant shows that the rights of the account are among these objects
   */
  public missing(
    account: Account,
    needs: readonly Need[],
    verbs: readonly string[],
    namespace: string | undefined,
    isAbout: (grant: Grant) => boolean = isAboutDiscovery,
  ): readonly MissingRight[] | undefined {
    const grants = this.grants.of(account);
    if (!this.isShown(grants.some(isAbout), account, namespace)) {
      return undefined;
    }
    const here = grants.filter((grant) => grant.namespace === undefined || grant.namespace === namespace);
    return needs.flatMap((need) => {
      const { group, resource } = need;
      const holding = need.cluster ? here.filter((grant) => grant.namespace === undefined) : here;
      const lacking = verbs.filter(
        (verb) => !holding.some(({ rules }) => rules.some((rule) => allows(rule, { group, resource, verb }))),
      );
      return lacking.length === 0 || holding.some(({ exact }) => !exact) ? [] : [{ ...need, verbs: lacking }];
    });
  }

  /** What a service account is given. */
  public grantsOf(account: Account): readonly Grant[] {
    return this.grants.of(account);
  }

  private findRefusal(instance: Instance, kind: DiscoveryKind, namespace: string | undefined): Refusal | undefined {
    const { object, settings } = instance;
    if (isAssumed(object)) {
      return undefined;
    }
    const account = { namespace: object.object.metadata.namespace as string, name: settings.serviceAccountName };
    if (hasNoToken(object)) {
      return { account, namespace, missing: [], blocks: true, certainty: 'certain' };
    }
    const byWatching = listsByWatching(settings.version);
    const missing = this.missing(account, discoveryNeeds(kind), ['list', 'watch'], namespace)?.filter(
      // To watch is then all that it does.
      ({ verbs }) => !(byWatching && verbs.join() === 'list'),
    );
    if (missing === undefined || missing.length === 0) {
      return undefined;
    }
    return {
      ...{ account, namespace, missing, certainty: 'absent' },
      blocks: missing.some(({ verbs }) => verbs.includes('list')),
    };
  }

  /** Whether the bag shows enough of what an account may do to miss something. */
  private isShown(isAbout: boolean, account: Account, namespace: string | undefined): boolean {
    if (this.extent === 'cluster') {
      return this.grants.shown;
    }
    // A release of some other chart may bring along whatever is missing.
    const brings = [account.namespace, namespace].some(
      (one) => one !== undefined && this.bag.releases.into(one).some((release) => modelledFrom(release) === undefined),
    );
    return !brings && (this.extent === 'complete' ? this.grants.shown : isAbout);
  }
}

const NONE: readonly string[] = [];

/**
 * Whether pods get no token. What the ServiceAccount says of it does not count.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/server/statefulset.go`, `makeStatefulSetSpec`; what people mount
 * themselves may bring a token back.
 */
function hasNoToken({ object: { spec } }: SourcedObject): boolean {
  return spec?.automountServiceAccountToken === false && !Array.isArray(spec.volumeMounts);
}

/** Whether a grant is about what is discovered: then the rights of the account are given among these objects. */
function isAboutDiscovery({ rules }: Grant): boolean {
  return rules.some(({ resources }) => resources.some((resource) => DISCOVERED.has(resource)));
}

const DISCOVERED: ReadonlySet<string> = new Set(['endpoints', 'endpointslices', 'pods', 'services', 'ingresses', '*']);
